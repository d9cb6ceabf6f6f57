import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Homes the office invites people to, owners among them (ORG-04), and what its page of a household looks for by its unit (ORG-02). */
export class OfficeInvitations1763700000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE residence_invitations
        ALTER invited_by DROP NOT NULL,
        ADD invited_by_staff uuid,
        -- Only who has this number may take the invitation; none where whoever holds it may.
        ADD phone text,
        ADD CHECK (num_nonnulls(invited_by, invited_by_staff) = 1),
        DROP CONSTRAINT residence_invitations_role_check,
        ADD CHECK (role IN ('owner', 'family', 'tenant')),
        -- An owner does not make owners, and who becomes one is known by number.
        ADD CHECK (role <> 'owner' OR (invited_by_staff IS NOT NULL AND phone IS NOT NULL)),
        DROP CONSTRAINT residence_invitations_check1,
        ADD CHECK (role <> 'tenant' OR valid_until IS NOT NULL);

      -- Whose move it was; their name is read from here, so that it goes when they are forgotten.
      ALTER TABLE household_events ADD resident_id uuid, ADD FOREIGN KEY (community_id, resident_id) REFERENCES residents;

      CREATE INDEX residence_applications_of_unit ON residence_applications (community_id, unit_id);
      CREATE INDEX cases_closed_of_place ON cases (community_id, place_id, closed_at DESC) WHERE closed_at IS NOT NULL;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
