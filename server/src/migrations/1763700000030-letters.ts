import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Mailboxes of communities, the letters that came into them and what was answered (COM-01). */
export class Letters1763700000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- uid_validity, last_uid: how far the folder has been read. next_poll_at: when it is read next; who reads it moves it on.
      CREATE TABLE mailboxes (
        community_id uuid PRIMARY KEY REFERENCES communities,
        address text NOT NULL,
        host text NOT NULL,
        port int NOT NULL CHECK (port BETWEEN 1 AND 65535),
        encryption text NOT NULL CHECK (encryption IN ('tls', 'starttls', 'none')),
        username text NOT NULL,
        sealed_password text NOT NULL,
        folder text NOT NULL,
        takes_others boolean NOT NULL,
        active boolean NOT NULL,
        since timestamptz NOT NULL,
        uid_validity bigint,
        last_uid bigint NOT NULL DEFAULT 0,
        next_poll_at timestamptz NOT NULL,
        polled_at timestamptz,
        failing_since timestamptz,
        failures int NOT NULL DEFAULT 0,
        last_failure text,
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX mailboxes_due ON mailboxes (next_poll_at) WHERE active;
      CALL wall_in('mailboxes');
      GRANT SELECT, INSERT, UPDATE ON mailboxes TO yinuo_app;
      GRANT SELECT, UPDATE ON mailboxes TO yinuo_worker;

      -- message_key: its Message-ID, or the digest of a letter without one; what makes it come in once.
      CREATE TABLE letters (
        community_id uuid NOT NULL REFERENCES communities,
        id uuid NOT NULL,
        message_key text NOT NULL,
        message_id text,
        from_address text,
        from_name text NOT NULL,
        sender text NOT NULL CHECK (sender IN ('resident', 'unknown', 'unverified')),
        account_id uuid,
        subject text NOT NULL,
        content text NOT NULL,
        remarks text[] NOT NULL,
        attachments jsonb NOT NULL,
        file_ids uuid[] NOT NULL,
        sent_at timestamptz,
        received_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'registered', 'appended', 'put-aside', 'automatic')),
        case_id uuid,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        reason text,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (community_id, id),
        UNIQUE (community_id, message_key),
        FOREIGN KEY (community_id, case_id) REFERENCES cases,
        CHECK ((state IN ('registered', 'appended')) = (case_id IS NOT NULL))
      );
      CREATE INDEX letters_by_time ON letters (community_id, received_at DESC, id DESC);
      CREATE INDEX letters_of_sender ON letters (community_id, from_address, received_at);
      CREATE INDEX letters_of_case ON letters (community_id, case_id) WHERE case_id IS NOT NULL;
      CALL wall_in('letters');
      CALL wall_by_building('letters', 'case_id');
      GRANT SELECT, INSERT, UPDATE ON letters TO yinuo_app;
      GRANT SELECT, UPDATE, DELETE ON letters TO yinuo_worker;

      CREATE INDEX message_preferences_by_email ON message_preferences (lower(email)) WHERE email IS NOT NULL;

      -- What goes back by mail; the id is the event's it tells of, or the letter's it acknowledges.
      CREATE TABLE letter_answers (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        letter_id uuid NOT NULL,
        case_id uuid,
        kind text NOT NULL CHECK (kind IN ('acknowledgement', 'answer')),
        to_address text NOT NULL,
        case_number text,
        content text NOT NULL,
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'failed')),
        failure text,
        asked_at timestamptz NOT NULL,
        sent_at timestamptz,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, letter_id) REFERENCES letters,
        FOREIGN KEY (community_id, case_id) REFERENCES cases
      );
      CREATE INDEX letter_answers_of_letter ON letter_answers (community_id, letter_id);
      CREATE INDEX letter_answers_to_sender ON letter_answers (community_id, to_address, asked_at);
      CALL wall_in('letter_answers');
      CALL wall_by_building('letter_answers', 'case_id');
      GRANT SELECT, INSERT ON letter_answers TO yinuo_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON letter_answers TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
