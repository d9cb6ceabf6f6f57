import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Ready-made posts of companies that are there already may do what is new, as those of a new company may: nobody can give
 * what nobody holds (ORG-05).
 */
export class NewPermissions1763700000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE posts p SET version = p.version + 1,
        permissions = p.permissions || ARRAY(SELECT added FROM unnest(n.permissions) added WHERE added <> ALL (p.permissions))
      FROM (VALUES
        ('project-manager', '{archive.import,archive.unmask,lists.export,privacy.handle,documents.read,documents.edit,communities.edit}'::text[]),
        ('head-office', '{lists.export,documents.read,documents.edit,communities.edit,privacy.handle}'),
        ('front-desk', '{archive.import,archive.unmask,documents.read}'),
        ('finance', '{documents.read,lists.export}'),
        ('engineering-supervisor', '{documents.read}'),
        ('engineer', '{documents.read}'),
        ('guard', '{documents.read}'),
        ('cleaner', '{documents.read}'),
        ('gardener', '{documents.read}')
      ) AS n (code, permissions)
      WHERE p.code = n.code AND NOT p.permissions @> n.permissions
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
