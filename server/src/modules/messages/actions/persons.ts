import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { CallerAct } from '../../access/index.ts'

/** As whom the caller is told things: as resident by account, as staff by staff record. */
export function personsOf({ caller }: CallerAct): string[] {
  return [caller.staff?.id, caller.account?.id].filter((id) => id !== undefined)
}

/** Puts on record what somebody decided for themselves, in the company they have to do with; who has none has no such record. */
export async function auditOf(tx: EntityManager, act: CallerAct, action: string, after: unknown): Promise<void> {
  const { staff, homes } = act.caller
  const companyId = staff?.companyId ?? homes[0]?.companyId
  if (!companyId) return
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action,
    subjectKind: 'message-preferences',
    subjectId: personsOf(act)[0]!,
    before: null,
    after,
  })
}
