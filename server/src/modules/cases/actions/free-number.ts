import { randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { caseNumber } from '../rules/case-number.ts'

/** A number no case of the community has; numbers are short for the telephone, so two of one day meet now and then. */
export async function freeNumber(
  tx: EntityManager,
  act: Act,
  communityId: string,
  timeZone: string,
  prefix = '',
): Promise<string> {
  for (;;) {
    const number = `${prefix}${caseNumber(act.now, timeZone, randomBytes(5))}`
    const taken = (await tx.query('SELECT 1 FROM cases WHERE community_id = $1 AND number = $2', [
      communityId,
      number,
    ])) as object[]
    if (taken.length === 0) return number
  }
}
