import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Homes their owners invite people to (ORG-04). */
export class ResidenceInvitations1763700000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE residence_invitations (
        community_id uuid NOT NULL,
        id uuid NOT NULL,
        token text NOT NULL UNIQUE,
        unit_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('family', 'tenant')),
        name text NOT NULL,
        valid_until date,
        invited_by uuid NOT NULL REFERENCES accounts,
        inviter_name text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        accepted_at timestamptz,
        accepted_by uuid REFERENCES accounts,
        PRIMARY KEY (community_id, id),
        FOREIGN KEY (community_id, unit_id) REFERENCES units,
        CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
        CHECK (role = 'family' OR valid_until IS NOT NULL)
      );
      CREATE INDEX residence_invitations_of_unit ON residence_invitations (community_id, unit_id);

      CALL wall_in('residence_invitations');
      GRANT SELECT, INSERT, UPDATE ON residence_invitations TO yinuo_app;
      GRANT SELECT ON residence_invitations TO yinuo_worker;
      CREATE POLICY identity ON residence_invitations TO yinuo_identity USING (true);
      GRANT SELECT ON residence_invitations TO yinuo_identity;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
