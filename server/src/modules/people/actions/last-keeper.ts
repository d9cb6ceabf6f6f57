import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'

/** One change of who keeps the people at a time, so that two do not each rely on the other to stay. */
export async function oneAtATime(tx: EntityManager, companyId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('people ' || $1::text, 0))`, [companyId])
}

/** After a change: a company without anybody who keeps its people could never be set right again. */
export async function refuseWithoutKeeper(tx: EntityManager, companyId: string): Promise<void> {
  const [row] = (await tx.query(
    `SELECT EXISTS (
       SELECT 1 FROM staff s JOIN held_posts h ON h.staff_id = s.id
       JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id
       WHERE s.company_id = $1 AND s.active AND 'people.edit' = ANY (p.permissions)) AS kept`,
    [companyId],
  )) as { kept: boolean }[]
  if (!row!.kept) throw new ProblemError('LAST_KEEPER')
}
