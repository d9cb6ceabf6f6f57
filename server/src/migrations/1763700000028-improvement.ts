import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Root causes of cases, what repeats, what is done about it, and telling those who said so (COM-04, IMP-04). */
export class Improvement1763700000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE causes (
        company_id uuid NOT NULL REFERENCES companies,
        id uuid NOT NULL,
        -- None: every community of the company has it.
        community_id uuid REFERENCES communities,
        kind text NOT NULL CHECK (kind IN ('repair', 'complaint')),
        -- None: it may be behind a case of any category.
        category text,
        name text NOT NULL,
        retired_at timestamptz,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (company_id, id)
      );
      CREATE UNIQUE INDEX causes_by_name ON causes (company_id, community_id, kind, category, name)
        NULLS NOT DISTINCT WHERE retired_at IS NULL;

      CREATE TABLE case_causes (
        community_id uuid NOT NULL,
        case_id uuid NOT NULL,
        company_id uuid NOT NULL,
        cause_id uuid NOT NULL,
        note text NOT NULL DEFAULT '',
        named_by uuid NOT NULL,
        named_by_name text NOT NULL,
        named_at timestamptz NOT NULL,
        PRIMARY KEY (community_id, case_id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases,
        FOREIGN KEY (company_id, cause_id) REFERENCES causes
      );
      CREATE INDEX case_causes_of_cause ON case_causes (community_id, cause_id);

      -- How often is too often, where a community has decided for itself.
      CREATE TABLE repeat_rules (
        community_id uuid NOT NULL REFERENCES communities,
        rule text NOT NULL CHECK (rule IN ('cause', 'building', 'place')),
        cases int NOT NULL CHECK (cases BETWEEN 2 AND 100),
        days int NOT NULL CHECK (days BETWEEN 1 AND 365),
        PRIMARY KEY (community_id, rule)
      );

      -- turn: which proposal of its rule and subject it is. Two looks at the same cases count the same turn, so it is made once.
      CREATE TABLE improvement_proposals (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        rule text NOT NULL CHECK (rule IN ('cause', 'building', 'place')),
        company_id uuid NOT NULL,
        cause_id uuid NOT NULL,
        -- The building, or the home, area or facility; none: the whole community.
        place_id uuid CHECK ((place_id IS NULL) = (rule = 'cause')),
        place_label text NOT NULL DEFAULT '',
        turn int NOT NULL,
        days int NOT NULL,
        case_ids uuid[] NOT NULL,
        first_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'dismissed')),
        made_at timestamptz NOT NULL,
        settled_at timestamptz,
        settled_by_name text,
        dismissed_because text,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        UNIQUE NULLS NOT DISTINCT (community_id, rule, cause_id, place_id, turn),
        FOREIGN KEY (company_id, cause_id) REFERENCES causes,
        CHECK ((state = 'open') = (settled_at IS NULL)),
        CHECK ((state = 'dismissed') = (dismissed_because IS NOT NULL))
      );
      CREATE INDEX improvement_proposals_by_time ON improvement_proposals (community_id, made_at DESC, id DESC);

      CREATE TABLE improvements (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        number text NOT NULL,
        proposal_id uuid,
        company_id uuid NOT NULL,
        cause_id uuid NOT NULL,
        rule text NOT NULL CHECK (rule IN ('cause', 'building', 'place')),
        place_id uuid CHECK ((place_id IS NULL) = (rule = 'cause')),
        place_label text NOT NULL DEFAULT '',
        title text NOT NULL,
        finding text NOT NULL,
        measure text NOT NULL,
        owner_id uuid,
        due_on date NOT NULL,
        -- Cases of the cause in 30 days: as it was when this was opened, as it is to become, and as it was measured.
        figure_at_opening numeric(7, 1) NOT NULL,
        target numeric(7, 1) NOT NULL CHECK (target >= 0),
        figure_before numeric(7, 1),
        figure_after numeric(7, 1),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'doing', 'done', 'checked')),
        effective boolean,
        opened_at timestamptz NOT NULL,
        opened_by_name text NOT NULL,
        done_at timestamptz,
        checked_at timestamptz,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, number),
        UNIQUE (community_id, proposal_id),
        FOREIGN KEY (community_id, proposal_id) REFERENCES improvement_proposals,
        FOREIGN KEY (company_id, cause_id) REFERENCES causes,
        FOREIGN KEY (company_id, owner_id) REFERENCES staff,
        CHECK ((state IN ('done', 'checked')) = (done_at IS NOT NULL)),
        CHECK ((state = 'checked') = (checked_at IS NOT NULL AND effective IS NOT NULL AND figure_after IS NOT NULL))
      );
      CREATE INDEX improvements_by_time ON improvements (community_id, opened_at DESC, id DESC);
      CREATE INDEX improvements_of_owner ON improvements (owner_id) WHERE state IN ('open', 'doing');

      CREATE TABLE improvement_cases (
        community_id uuid NOT NULL,
        improvement_id uuid NOT NULL,
        case_id uuid NOT NULL,
        PRIMARY KEY (community_id, improvement_id, case_id),
        FOREIGN KEY (community_id, improvement_id) REFERENCES improvements,
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );
      CREATE INDEX improvement_cases_of_case ON improvement_cases (community_id, case_id);

      CREATE TABLE improvement_events (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        improvement_id uuid NOT NULL,
        kind text NOT NULL,
        text text NOT NULL DEFAULT '',
        by_name text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, improvement_id) REFERENCES improvements
      );
      CREATE INDEX improvement_events_of ON improvement_events (community_id, improvement_id, at);

      -- What residents are told of an improvement.
      CREATE TABLE improvement_tellings (
        community_id uuid NOT NULL,
        improvement_id uuid NOT NULL,
        said text NOT NULL,
        changed text NOT NULL,
        file_ids uuid[] NOT NULL DEFAULT '{}',
        state text NOT NULL DEFAULT 'published' CHECK (state IN ('published', 'withdrawn')),
        told_at timestamptz NOT NULL,
        told_by_name text NOT NULL,
        -- How many were told by message.
        told int NOT NULL DEFAULT 0,
        PRIMARY KEY (community_id, improvement_id),
        FOREIGN KEY (community_id, improvement_id) REFERENCES improvements
      );
      CREATE INDEX improvement_tellings_by_time ON improvement_tellings (community_id, told_at DESC, improvement_id DESC)
        WHERE state = 'published';

      CALL wall_in('causes', 'company_id', 'app.companies');
      CREATE POLICY community_in_context ON causes AS RESTRICTIVE TO yinuo_app
        USING (community_id IS NULL OR community_id = ANY (string_to_array(current_setting('app.communities', true), ',')::uuid[]));
      CALL wall_in('case_causes');
      CALL wall_in('repeat_rules');
      CALL wall_in('improvement_proposals');
      CALL wall_in('improvements');
      CALL wall_in('improvement_cases');
      CALL wall_in('improvement_events');
      CALL wall_in('improvement_tellings');
      DO $$ DECLARE target text; BEGIN
        FOREACH target IN ARRAY ARRAY['case_causes', 'improvement_proposals', 'improvements'] LOOP
          EXECUTE format('CREATE POLICY company_in_context ON %I AS RESTRICTIVE FOR UPDATE TO yinuo_app USING (true)
            WITH CHECK (company_id = ANY (string_to_array(current_setting(''app.companies'', true), '','')::uuid[]))', target);
        END LOOP;
      END $$;
      CALL wall_by_building('case_causes', 'case_id');
      CALL wall_by_building('improvement_cases', 'case_id');

      GRANT SELECT, INSERT, UPDATE ON causes, case_causes, repeat_rules, improvements, improvement_tellings TO yinuo_app;
      GRANT SELECT, UPDATE ON improvement_proposals TO yinuo_app;
      GRANT SELECT, INSERT ON improvement_cases, improvement_events TO yinuo_app;
      GRANT SELECT ON causes, case_causes, repeat_rules, improvements, improvement_cases, improvement_events TO yinuo_worker;
      GRANT UPDATE (note) ON case_causes TO yinuo_worker;
      GRANT SELECT, INSERT, UPDATE ON improvement_proposals TO yinuo_worker;
      GRANT SELECT, UPDATE ON improvement_tellings TO yinuo_worker;

      -- The causes a company begins with.
      CREATE PROCEDURE lay_causes(company uuid) LANGUAGE sql AS $proc$
        INSERT INTO causes (company_id, id, kind, category, name)
        SELECT company, uuidv7(), c.kind, c.category, c.name
        FROM (VALUES
          ('repair', NULL, '自然老化'), ('repair', NULL, '材料质量'), ('repair', NULL, '施工遗留'),
          ('repair', NULL, '使用不当'), ('repair', NULL, '维保不到位'), ('repair', NULL, '上次未修好'),
          ('repair', 'water-leak', '管道老化'), ('repair', 'water-leak', '接头松动'), ('repair', 'water-leak', '防水层失效'),
          ('repair', 'drainage', '异物堵塞'), ('repair', 'drainage', '主管道淤积'),
          ('repair', 'taps', '阀芯磨损'), ('repair', 'power', '线路老化'), ('repair', 'power', '负荷过大'),
          ('repair', 'lighting', '灯具寿命到期'), ('repair', 'lift', '门系统故障'), ('repair', 'lift', '电梯维保不到位'),
          ('repair', 'doors', '五金件磨损'), ('repair', 'masonry', '外墙防水失效'), ('repair', 'masonry', '空鼓脱落'),
          ('repair', 'air-conditioning', '滤网未清洗'), ('repair', 'entry-system', '读卡设备故障'), ('repair', 'public', '人为损坏'),
          ('complaint', NULL, '人员态度'), ('complaint', NULL, '响应不及时'), ('complaint', NULL, '沟通不清楚'),
          ('complaint', NULL, '流程不合理'), ('complaint', NULL, '设施不足'),
          ('complaint', 'repairs', '维修未一次修好'), ('complaint', 'facilities', '设备老旧'), ('complaint', 'facilities', '巡检不到位'),
          ('complaint', 'cleaning', '保洁频次不够'), ('complaint', 'cleaning', '垃圾清运不及时'), ('complaint', 'greening', '养护不到位'),
          ('complaint', 'security', '巡逻不到位'), ('complaint', 'security', '外来人员管理松懈'),
          ('complaint', 'parking', '车位不足'), ('complaint', 'parking', '违停管理不到位'),
          ('complaint', 'noise', '施工时间未管住'), ('complaint', 'noise', '设备噪音'),
          ('complaint', 'charges', '收费依据没说清'), ('complaint', 'charges', '账单差错'), ('complaint', 'neighbours', '住户行为')
        ) AS c (kind, category, name)
        WHERE NOT EXISTS (SELECT 1 FROM causes WHERE company_id = company AND community_id IS NULL)
      $proc$;
      DO $$ DECLARE company uuid; BEGIN
        FOR company IN SELECT id FROM companies LOOP CALL lay_causes(company); END LOOP;
      END $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
