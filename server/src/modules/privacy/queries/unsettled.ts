import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'

export interface Subject {
  accountId: string | null
  residentId: string | null
}

/** Repairs of a person that are not over, and whether their account is how a colleague signs in. */
export interface Unsettled {
  count: number
  numbers: string
  works: boolean
}

const UNSETTLED = `
  SELECT count(*)::int AS count, coalesce(string_agg(number, '、' ORDER BY number), '') AS numbers,
    EXISTS (SELECT FROM staff WHERE account_id = $1 AND active) AS works
  FROM cases WHERE open AND (reporter_account_id = $1 OR reporter_resident_id = $2
    OR reporter_resident_id IN (SELECT id FROM residents WHERE account_id = $1))`

export async function unsettledOf(tx: EntityManager, { accountId, residentId }: Subject): Promise<Unsettled> {
  const [row] = (await tx.query(UNSETTLED, [accountId, residentId])) as [Unsettled]
  return row
}

/** @throws ProblemError PRIVACY_STAFF, PRIVACY_OPEN_REPAIRS */
export async function refuseWhileUnsettled(tx: EntityManager, subject: Subject): Promise<void> {
  const { count, numbers, works } = await unsettledOf(tx, subject)
  if (works) throw new ProblemError('PRIVACY_STAFF')
  if (count > 0) throw new ProblemError('PRIVACY_OPEN_REPAIRS', { count, numbers })
}
