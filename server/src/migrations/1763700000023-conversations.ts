import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Conversations between residents and the front desk: what a consultation has beside its case (COM-07). */
export class Conversations1763700000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is said stands in case_events, which nobody can change. last_at: each entry is later than the one before, so
      -- that their order is the server's whoever wrote at the same moment.
      CREATE TABLE consultations (
        community_id uuid NOT NULL,
        case_id uuid NOT NULL,
        last_at timestamptz,
        last_entry_id uuid,
        resident_unread int NOT NULL DEFAULT 0,
        desk_unread int NOT NULL DEFAULT 0,
        resident_seen_at timestamptz,
        answered_at timestamptz,
        rating int CHECK (rating BETWEEN 1 AND 5),
        rating_comment text,
        PRIMARY KEY (community_id, case_id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );

      -- What a conversation was turned into.
      CREATE TABLE consultation_outcomes (
        community_id uuid NOT NULL,
        case_id uuid NOT NULL,
        outcome_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, case_id, outcome_id),
        UNIQUE (community_id, outcome_id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases,
        FOREIGN KEY (community_id, outcome_id) REFERENCES cases
      );

      CREATE TABLE quick_replies (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        title text NOT NULL,
        content text NOT NULL,
        ordinal int NOT NULL DEFAULT 0,
        withdrawn_at timestamptz,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id)
      );
      CREATE UNIQUE INDEX quick_replies_by_title ON quick_replies (community_id, title) WHERE withdrawn_at IS NULL;

      CREATE INDEX consultations_of_home ON cases (community_id, reporter_account_id, place_id, reported_at DESC)
        WHERE kind = 'consultation';

      CALL wall_in('consultations');
      CALL wall_in('consultation_outcomes');
      CALL wall_in('quick_replies');
      CALL wall_by_building('consultations', 'case_id');
      CALL wall_by_building('consultation_outcomes', 'case_id');
      GRANT SELECT, INSERT, UPDATE ON consultations TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT ON consultation_outcomes TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT, UPDATE ON quick_replies TO yinuo_app;
      GRANT SELECT ON quick_replies TO yinuo_worker;

      UPDATE posts SET version = version + 1, permissions = permissions || '{conversations.answer}'
      WHERE code IN ('project-manager', 'service-supervisor', 'front-desk') AND NOT permissions @> '{conversations.answer}';

      -- What a front desk says all day; each community words it as it likes.
      CREATE PROCEDURE lay_quick_replies(community uuid) LANGUAGE sql AS $proc$
        INSERT INTO quick_replies (community_id, id, title, content, ordinal)
        SELECT community, uuidv7(), r.title, r.content, r.ordinal
        FROM (VALUES
          ('问候', '您好，我是本小区前台，已收到您的留言，马上为您核实。', 1),
          ('请补充照片', '麻烦您拍一张现场照片发给我，方便判断情况，谢谢。', 2),
          ('转报修', '已为您登记报修，师傅接单后会与您联系，进度可在“报修”里查看。', 3),
          ('上班时间', '前台服务时间为每日服务时段，非服务时间如有急事请拨打服务热线。', 4),
          ('结束语', '感谢您的留言，如还有问题可以随时在这里联系我们。', 5)
        ) AS r (title, content, ordinal)
        WHERE NOT EXISTS (SELECT 1 FROM quick_replies WHERE community_id = community)
      $proc$;
      DO $$ DECLARE community uuid; BEGIN
        FOR community IN SELECT id FROM communities LOOP CALL lay_quick_replies(community); END LOOP;
      END $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
