import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Documents of a company and its communities, their versions, and the words they are found by (ORG-06). */
export class Documents1763700000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_categories (
        company_id uuid NOT NULL REFERENCES companies,
        id uuid NOT NULL,
        parent_id uuid,
        name text NOT NULL,
        ordinal int NOT NULL,
        -- Posts that may read or edit what is in here and below; none named: every post with the permission.
        reader_posts uuid[] NOT NULL DEFAULT '{}',
        editor_posts uuid[] NOT NULL DEFAULT '{}',
        version int NOT NULL DEFAULT 1,
        withdrawn_at timestamptz,
        PRIMARY KEY (company_id, id),
        FOREIGN KEY (company_id, parent_id) REFERENCES document_categories
      );
      CREATE UNIQUE INDEX document_categories_by_name ON document_categories (company_id, parent_id, name)
        NULLS NOT DISTINCT WHERE withdrawn_at IS NULL;

      -- What was uploaded; it is a document's once a version names it.
      CREATE TABLE document_files (
        company_id uuid NOT NULL REFERENCES companies,
        id uuid NOT NULL,
        uploaded_by uuid NOT NULL,
        upload_key text NOT NULL,
        name text NOT NULL,
        ending text NOT NULL,
        content_type text NOT NULL,
        bytes bigint NOT NULL,
        sha256 bytea NOT NULL,
        storage_key text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (company_id, id),
        UNIQUE (company_id, uploaded_by, upload_key)
      );

      CREATE TABLE documents (
        company_id uuid NOT NULL REFERENCES companies,
        id uuid NOT NULL,
        -- None: it is the whole company's.
        community_id uuid REFERENCES communities,
        category_id uuid NOT NULL,
        title text NOT NULL,
        number text NOT NULL DEFAULT '',
        tags text[] NOT NULL DEFAULT '{}',
        owner_post_id uuid,
        valid_until date,
        review_by date,
        remind_days int NOT NULL DEFAULT 30 CHECK (remind_days BETWEEN 0 AND 365),
        reader_posts uuid[] NOT NULL DEFAULT '{}',
        editor_posts uuid[] NOT NULL DEFAULT '{}',
        state text NOT NULL DEFAULT 'current' CHECK (state IN ('current', 'withdrawn')),
        withdrawn_because text,
        current_version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (company_id, id),
        FOREIGN KEY (company_id, category_id) REFERENCES document_categories,
        FOREIGN KEY (company_id, owner_post_id) REFERENCES posts,
        CHECK ((valid_until IS NULL AND review_by IS NULL) OR owner_post_id IS NOT NULL),
        CHECK ((state = 'withdrawn') = (withdrawn_because IS NOT NULL))
      );
      CREATE INDEX documents_by_change ON documents (company_id, state, updated_at DESC, id DESC);
      CREATE INDEX documents_of_category ON documents (company_id, category_id);
      CREATE INDEX documents_valid_until ON documents (valid_until) WHERE state = 'current' AND valid_until IS NOT NULL;
      CREATE INDEX documents_review_by ON documents (review_by) WHERE state = 'current' AND review_by IS NOT NULL;

      CREATE TABLE document_versions (
        company_id uuid NOT NULL,
        document_id uuid NOT NULL,
        number int NOT NULL CHECK (number > 0),
        community_id uuid REFERENCES communities,
        file_id uuid NOT NULL,
        note text NOT NULL DEFAULT '',
        uploaded_by uuid NOT NULL,
        uploaded_by_name text NOT NULL,
        uploaded_at timestamptz NOT NULL,
        PRIMARY KEY (company_id, document_id, number),
        FOREIGN KEY (company_id, document_id) REFERENCES documents,
        FOREIGN KEY (company_id, file_id) REFERENCES document_files
      );
      CREATE INDEX document_versions_of_file ON document_versions (company_id, file_id);

      -- What a document is found by. Written by the worker alone; kept apart so that lists do not carry the text.
      CREATE TABLE document_texts (
        company_id uuid NOT NULL,
        document_id uuid NOT NULL,
        community_id uuid REFERENCES communities,
        version_number int NOT NULL,
        state text NOT NULL CHECK (state IN ('read', 'failed', 'none')),
        content text NOT NULL DEFAULT '',
        words tsvector NOT NULL DEFAULT '',
        PRIMARY KEY (company_id, document_id),
        FOREIGN KEY (company_id, document_id) REFERENCES documents
      );
      CREATE INDEX document_texts_by_words ON document_texts USING gin (words);

      CREATE TABLE document_reminders (
        company_id uuid NOT NULL,
        document_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('valid-until', 'review-by')),
        due_on date NOT NULL,
        step text NOT NULL CHECK (step IN ('before', 'due')),
        community_id uuid REFERENCES communities,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (company_id, document_id, kind, due_on, step),
        FOREIGN KEY (company_id, document_id) REFERENCES documents
      );

      CALL wall_in('document_categories', 'company_id', 'app.companies');
      CALL wall_in('document_files', 'company_id', 'app.companies');
      CALL wall_in('documents', 'company_id', 'app.companies');
      CALL wall_in('document_versions', 'company_id', 'app.companies');
      CALL wall_in('document_texts', 'company_id', 'app.companies');
      CALL wall_in('document_reminders', 'company_id', 'app.companies');

      -- Within the company, what is one community's stays in the communities of the reach.
      CREATE POLICY community_in_context ON documents AS RESTRICTIVE TO yinuo_app
        USING (community_id IS NULL OR community_id = ANY (string_to_array(current_setting('app.communities', true), ',')::uuid[]));
      CREATE POLICY community_in_context ON document_versions AS RESTRICTIVE TO yinuo_app
        USING (community_id IS NULL OR community_id = ANY (string_to_array(current_setting('app.communities', true), ',')::uuid[]));
      CREATE POLICY community_in_context ON document_reminders AS RESTRICTIVE TO yinuo_app
        USING (community_id IS NULL OR community_id = ANY (string_to_array(current_setting('app.communities', true), ',')::uuid[]));

      -- @@ is not leakproof, so a search of the application could not use the index behind this wall. Standing in the wall
      -- itself, and nowhere else, it can: the transaction says in app.words what it looks for (ADR 0015). Nothing said: all rows, since no word of ours is a hyphen.
      DROP POLICY in_context ON document_texts;
      CREATE POLICY in_context ON document_texts TO yinuo_app USING (
        company_id = ANY (string_to_array(current_setting('app.companies', true), ',')::uuid[])
        AND (community_id IS NULL OR community_id = ANY (string_to_array(current_setting('app.communities', true), ',')::uuid[]))
        AND words @@ coalesce(nullif(current_setting('app.words', true), ''), '!''-''')::tsquery);

      GRANT SELECT, INSERT, UPDATE ON document_categories, documents TO yinuo_app;
      GRANT SELECT, INSERT ON document_files, document_versions TO yinuo_app;
      GRANT SELECT ON document_texts TO yinuo_app;
      GRANT SELECT ON document_categories, document_files, documents, document_versions TO yinuo_worker;
      GRANT SELECT, INSERT, UPDATE ON document_texts, document_reminders TO yinuo_worker;

      -- The categories a company begins with; personnel and finance are for those whose business they are.
      CREATE PROCEDURE lay_document_categories(company uuid) LANGUAGE sql AS $proc$
        INSERT INTO document_categories (company_id, id, name, ordinal, reader_posts, editor_posts)
        SELECT company, uuidv7(), c.name, c.ordinal,
          ARRAY(SELECT id FROM posts p WHERE p.company_id = company AND p.code = ANY (c.readers)),
          ARRAY(SELECT id FROM posts p WHERE p.company_id = company AND p.code = ANY (c.editors))
        FROM (VALUES
          ('合同协议', 1, '{project-manager,head-office,front-desk,finance,auditor}'::text[], '{}'::text[]),
          ('制度规范', 2, '{}', '{}'),
          ('设施设备资料', 3, '{}', '{}'),
          ('竣工图纸', 4, '{}', '{}'),
          ('消防资料', 5, '{}', '{}'),
          ('会议纪要', 6, '{}', '{}'),
          ('业主大会', 7, '{}', '{}'),
          ('证照资质', 8, '{}', '{}'),
          ('应急预案', 9, '{}', '{}'),
          ('人事', 10, '{project-manager,head-office}', '{project-manager,head-office}'),
          ('财务', 11, '{project-manager,head-office,finance,auditor}', '{project-manager,head-office,finance}')
        ) AS c (name, ordinal, readers, editors)
        WHERE NOT EXISTS (SELECT 1 FROM document_categories WHERE company_id = company)
      $proc$;
      DO $$ DECLARE company uuid; BEGIN
        FOR company IN SELECT id FROM companies LOOP CALL lay_document_categories(company); END LOOP;
      END $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
