import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Complaints, suggestions and praise: the figures they and consultations run under (STD-02, COM-03). */
export class Complaints1763700000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A standard already adopted promises what its preset says; what a community changed so far was of repairs.
      UPDATE standard_adoptions a SET
        overrides = jsonb_build_object('repairs', a.overrides),
        figures = a.figures || jsonb_build_object(
          'complaints', jsonb_build_object('complexProgressEveryMinutes', 4320, 'warnAtPercent', 70, 'escalateEveryPercent', 50) || p.complaints,
          'consultations', '{"replyWithinMinutes": 30, "warnAtPercent": 70, "escalateEveryPercent": 50}'::jsonb)
      FROM (VALUES
        ('A', '{"firstReplyWithinMinutes": {"emergency": 2880, "urgent": 2880, "routine": 2880}, "resultWithinMinutes": null, "workingHoursOnly": []}'::jsonb),
        ('B', '{"firstReplyWithinMinutes": {"emergency": null, "urgent": null, "routine": null}, "resultWithinMinutes": 1440, "workingHoursOnly": []}'),
        ('C', '{"firstReplyWithinMinutes": {"emergency": 5, "urgent": 5, "routine": 120}, "resultWithinMinutes": null, "workingHoursOnly": ["respond"]}')
      ) AS p (preset, complaints)
      WHERE p.preset = a.preset;

      CREATE TABLE complaints (
        community_id uuid NOT NULL,
        case_id uuid NOT NULL,
        sort text NOT NULL DEFAULT 'complaint' CHECK (sort IN ('complaint', 'suggestion', 'praise')),
        -- The department responsible, by the code of the post that leads it.
        department text NOT NULL DEFAULT 'service-supervisor',
        anonymous boolean NOT NULL DEFAULT false,
        level text NOT NULL DEFAULT 'handler' CHECK (level IN ('handler', 'supervisor', 'project-manager', 'company', 'committee')),
        complex_because text,
        solution text,
        solution_at timestamptz,
        result text,
        done_at timestamptz,
        rating int CHECK (rating BETWEEN 1 AND 5),
        rating_comment text,
        PRIMARY KEY (community_id, case_id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );

      -- Who made an anonymous complaint (COM-06): found only by who has the account, read only by who has the key of the program.
      CREATE TABLE complaint_authors (
        community_id uuid NOT NULL,
        case_id uuid NOT NULL,
        author_hash bytea NOT NULL,
        sealed text NOT NULL,
        PRIMARY KEY (community_id, case_id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );
      CREATE INDEX complaint_authors_by_hash ON complaint_authors (author_hash);

      -- Opening a seal takes two: one asks with a reason, another opens.
      CREATE TABLE complaint_unsealings (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        case_id uuid NOT NULL,
        reason text NOT NULL,
        asked_by uuid NOT NULL,
        asked_by_name text NOT NULL,
        asked_at timestamptz NOT NULL,
        opened_by uuid CHECK (opened_by <> asked_by),
        opened_by_name text,
        opened_at timestamptz,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );
      CREATE INDEX complaint_unsealings_of_case ON complaint_unsealings (community_id, case_id);

      CALL wall_in('complaints');
      CALL wall_in('complaint_authors');
      CALL wall_in('complaint_unsealings');
      CALL wall_by_building('complaints', 'case_id');
      CALL wall_by_building('complaint_authors', 'case_id');
      CALL wall_by_building('complaint_unsealings', 'case_id');

      GRANT SELECT, INSERT, UPDATE ON complaints TO yinuo_app, yinuo_worker;
      GRANT SELECT, INSERT ON complaint_authors TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE ON complaint_unsealings TO yinuo_app;
      GRANT SELECT ON complaint_unsealings TO yinuo_worker;
      -- A photo of an anonymous complaint forgets who uploaded it.
      GRANT UPDATE (uploaded_by) ON files TO yinuo_app;

      UPDATE posts p SET version = p.version + 1,
        permissions = p.permissions || ARRAY(SELECT added FROM unnest(n.permissions) added WHERE added <> ALL (p.permissions))
      FROM (VALUES
        ('project-manager', '{complaints.read,complaints.handle,complaints.assign,complaints.supervise,complaints.unseal}'::text[]),
        ('head-office', '{complaints.read,complaints.handle,complaints.supervise,complaints.unseal}'),
        ('engineering-supervisor', '{complaints.read,complaints.handle,complaints.supervise}'),
        ('service-supervisor', '{complaints.read,complaints.handle,complaints.assign,complaints.supervise}'),
        ('order-supervisor', '{complaints.read,complaints.handle,complaints.supervise}'),
        ('front-desk', '{complaints.read,complaints.handle,complaints.assign}'),
        ('finance', '{complaints.read,complaints.handle}'),
        ('auditor', '{complaints.read}')
      ) AS n (code, permissions)
      WHERE p.code = n.code AND NOT p.permissions @> n.permissions;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
