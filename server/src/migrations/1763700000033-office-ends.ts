import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Loose ends of the office: reminders of meetings, cases proposed once, boxes in buildings, drafts thrown away, seals destroyed. */
export class OfficeEnds1763700000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The beginning of which people have been reminded: a meeting that is moved is reminded of again.
      ALTER TABLE meetings ADD reminded_for timestamptz;
      CREATE INDEX meetings_to_remind ON meetings (starts_at) WHERE state = 'announced';

      -- A case stands behind one proposal of its cause and no other, whichever rule looks.
      CREATE TABLE improvement_proposal_cases (
        community_id uuid NOT NULL,
        cause_id uuid NOT NULL,
        case_id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        PRIMARY KEY (community_id, cause_id, case_id),
        FOREIGN KEY (community_id, case_id) REFERENCES cases,
        FOREIGN KEY (community_id, proposal_id) REFERENCES improvement_proposals
      );
      INSERT INTO improvement_proposal_cases (community_id, cause_id, case_id, proposal_id)
      SELECT DISTINCT ON (p.community_id, p.cause_id, c.id) p.community_id, p.cause_id, c.id, p.id
      FROM improvement_proposals p JOIN cases c ON c.community_id = p.community_id AND c.id = ANY (p.case_ids)
      ORDER BY p.community_id, p.cause_id, c.id, p.made_at, p.id;
      CALL wall_in('improvement_proposal_cases');
      CALL wall_by_building('improvement_proposal_cases', 'case_id');
      GRANT SELECT, INSERT ON improvement_proposal_cases TO yinuo_worker;

      -- NULL: the whole community's. An opening stays where the box stood when it was emptied.
      ALTER TABLE suggestion_boxes ADD building_id uuid, ADD FOREIGN KEY (community_id, building_id) REFERENCES buildings;
      ALTER TABLE box_openings ADD building_id uuid, ADD FOREIGN KEY (community_id, building_id) REFERENCES buildings;
      CALL wall_by_building('suggestion_boxes', 'building_id');
      CALL wall_by_building('box_openings', 'building_id');

      -- The code of the official account, as the office uploaded it.
      ALTER TABLE contact_sheets ADD account_file_id uuid, ADD FOREIGN KEY (community_id, account_file_id) REFERENCES files;

      -- What nobody but its writers has seen can be thrown away.
      GRANT DELETE ON notices TO yinuo_app;
      CREATE POLICY drafts_only ON notices AS RESTRICTIVE FOR DELETE TO yinuo_app USING (state = 'draft');

      -- Who is forgotten takes the sealed authors of their complaints along; who destroys one cannot read it.
      GRANT SELECT (community_id, author_hash), DELETE ON complaint_authors TO yinuo_worker;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
