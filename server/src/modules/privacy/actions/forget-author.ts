import type { EntityManager } from 'typeorm'
import type { AuthorSeal } from '../../complaints/index.ts'
import type { Person } from '../registry/person.ts'

/** Where the person's account may have complained without a name: everywhere with the account, else where they lived. */
const ACCOUNTS = `
  SELECT id AS "accountId", NULL::uuid AS "communityId" FROM unnest($1::uuid[]) id
  UNION SELECT account_id, community_id FROM residents WHERE id = ANY ($2::uuid[]) AND account_id IS NOT NULL`

const DESTROY = `
  DELETE FROM complaint_authors WHERE author_hash = $1 AND ($2::uuid IS NULL OR community_id = $2)
    AND ($3::uuid[] IS NULL OR community_id = ANY ($3))`

/**
 * Destroys the sealed authors that are this person (COM-06); what they complained of stays. Who destroys them asks by the hash of
 * the account and can read neither which complaint it was nor what is sealed.
 */
export async function forgetAuthor(
  tx: EntityManager,
  seal: AuthorSeal,
  { accounts, gone, communities }: Pick<Person, 'accounts' | 'gone' | 'communities'>,
): Promise<void> {
  const known = (await tx.query(ACCOUNTS, [accounts, gone])) as { accountId: string; communityId: string | null }[]
  for (const { accountId, communityId } of known) await tx.query(DESTROY, [seal.hashOf(accountId), communityId, communities])
}
