import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Companies, communities, buildings, units, residents and entry codes (ORG-01 … ORG-04). */
export class Organisation1763700000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE companies (
        id uuid PRIMARY KEY,
        name text NOT NULL
      );

      CREATE TABLE communities (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies,
        name text NOT NULL,
        property_type text NOT NULL CHECK (property_type IN ('residential', 'commercial', 'office')),
        address text NOT NULL,
        hotline text NOT NULL,
        time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
        UNIQUE (company_id, name)
      );

      CREATE TABLE buildings (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        name text NOT NULL,
        ordinal int NOT NULL,
        plan_x int CHECK (plan_x BETWEEN 0 AND 1000),
        plan_y int CHECK (plan_y BETWEEN 0 AND 1000),
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, name)
      );

      -- How people write a room, made equal: 3号楼2单元601室, 3-2-601 and 3栋2单元601 are all 3-2-601.
      CREATE FUNCTION room_key(label text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
        trim(BOTH '-' FROM regexp_replace(regexp_replace(upper(normalize(label, NFKC)),
          '(号楼|栋|幢|座|单元|号|室|楼|层|商铺|铺|[[:space:]_/,.，。、#-])+', '-', 'g'), '([A-Z])([0-9])', '\\1-\\2', 'g'));

      CREATE TABLE units (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        building_id uuid NOT NULL,
        entrance text,
        floor int NOT NULL,
        number text NOT NULL,
        label text NOT NULL,
        use text NOT NULL,
        state text NOT NULL,
        area_square_centimetres bigint NOT NULL CHECK (area_square_centimetres > 0),
        room_key text NOT NULL GENERATED ALWAYS AS (room_key(label)) STORED,
        -- A column and not an index expression: reverse() is not leakproof, so row-level security would keep it from the index.
        room_key_reversed text NOT NULL GENERATED ALWAYS AS (reverse(room_key(label))) STORED,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, label),
        FOREIGN KEY (community_id, building_id) REFERENCES buildings
      );
      CREATE INDEX units_by_building ON units (community_id, building_id, (coalesce(entrance, '')), floor, number, id);
      CREATE INDEX units_by_room ON units (community_id, room_key text_pattern_ops);
      CREATE INDEX units_by_room_end ON units (community_id, room_key_reversed text_pattern_ops);

      CREATE TABLE places (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('area', 'asset')),
        building_id uuid,
        label text NOT NULL,
        plan_x int CHECK (plan_x BETWEEN 0 AND 1000),
        plan_y int CHECK (plan_y BETWEEN 0 AND 1000),
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, label),
        FOREIGN KEY (community_id, building_id) REFERENCES buildings
      );

      -- A person with a WeChat identity; stands apart from any community.
      CREATE TABLE accounts (
        id uuid PRIMARY KEY,
        openid text NOT NULL UNIQUE,
        unionid text,
        name text,
        phone text,
        elder_mode boolean NOT NULL DEFAULT false,
        privacy_agreed_at timestamptz,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE residents (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        name text NOT NULL,
        phone text NOT NULL,
        account_id uuid REFERENCES accounts,
        PRIMARY KEY (community_id, id)
      );
      CREATE UNIQUE INDEX residents_by_account ON residents (community_id, account_id) WHERE account_id IS NOT NULL;
      CREATE INDEX residents_of_account ON residents (account_id) WHERE account_id IS NOT NULL;
      CREATE INDEX residents_by_phone ON residents (community_id, phone text_pattern_ops);
      CREATE INDEX residents_by_name ON residents (community_id, name text_pattern_ops);

      CREATE TABLE residencies (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        unit_id uuid NOT NULL,
        resident_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('owner', 'family', 'tenant')),
        valid_from date NOT NULL,
        valid_until date,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, unit_id, resident_id, role, valid_from),
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        FOREIGN KEY (community_id, resident_id) REFERENCES residents
      );
      CREATE INDEX residencies_of_resident ON residencies (community_id, resident_id);

      CREATE TABLE residence_applications (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        account_id uuid NOT NULL REFERENCES accounts,
        unit_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('owner', 'family', 'tenant')),
        name text NOT NULL,
        phone text NOT NULL,
        valid_until date,
        note text,
        file_ids uuid[] NOT NULL DEFAULT '{}',
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'approved', 'rejected')),
        created_at timestamptz NOT NULL,
        decided_at timestamptz,
        decided_by uuid,
        decision_reason text,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, unit_id) REFERENCES units
      );
      CREATE UNIQUE INDEX residence_applications_one_pending ON residence_applications (community_id, account_id, unit_id)
        WHERE state = 'pending';
      CREATE INDEX residence_applications_of_account ON residence_applications (account_id);

      -- What a code leads to is known only here; the code itself is an opaque token (wechat.md A1.4).
      CREATE TABLE entry_codes (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        token text NOT NULL UNIQUE,
        kind text NOT NULL CHECK (kind IN ('community', 'building', 'unit', 'asset', 'place')),
        place_id uuid,
        place_label text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        revoked_at timestamptz,
        PRIMARY KEY (community_id, id)
      );
      CREATE INDEX entry_codes_by_place ON entry_codes (community_id, kind, place_label);

      CALL wall_in('communities', 'id', 'app.communities');
      CALL wall_in('companies', 'id', 'app.companies');
      CALL wall_in('buildings');
      CALL wall_in('units');
      CALL wall_in('places');
      CALL wall_in('residents');
      CALL wall_in('residencies');
      CALL wall_in('residence_applications');
      CALL wall_in('entry_codes');

      GRANT SELECT ON companies, communities, buildings, units, places TO yinuo_app;
      GRANT INSERT, UPDATE ON communities, buildings, units, places TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE ON accounts, residents, residencies, residence_applications, entry_codes TO yinuo_app;
      GRANT SELECT ON companies, communities, buildings, units, places, accounts, residents, residencies,
        residence_applications, entry_codes TO yinuo_worker;

      CREATE POLICY identity ON companies TO yinuo_identity USING (true);
      CREATE POLICY identity ON communities TO yinuo_identity USING (true);
      CREATE POLICY identity ON units TO yinuo_identity USING (true);
      CREATE POLICY identity ON residents TO yinuo_identity USING (true);
      CREATE POLICY identity ON residencies TO yinuo_identity USING (true);
      CREATE POLICY identity ON residence_applications TO yinuo_identity USING (true);
      CREATE POLICY identity ON entry_codes TO yinuo_identity USING (true);
      GRANT SELECT ON companies, communities, units, residents, residencies, residence_applications, entry_codes, accounts
        TO yinuo_identity;
      GRANT INSERT, UPDATE ON accounts TO yinuo_identity;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
