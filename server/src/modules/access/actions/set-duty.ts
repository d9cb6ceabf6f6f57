import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../caller-act.ts'

/** Puts the caller on or off duty in a community. Saying it again changes nothing. */
export async function setDuty(tx: EntityManager, act: CallerAct, communityId: string, onDuty: boolean): Promise<void> {
  const { id: staffId, companyId } = act.caller.staff!
  const changed = onDuty ? await goOn(tx, act, communityId, staffId) : await goOff(tx, act, communityId, staffId)
  if (!changed) return
  await recordAudit(tx, act, {
    companyId,
    communityId,
    action: 'access.change-duty',
    subjectKind: 'staff',
    subjectId: staffId,
    before: { onDuty: !onDuty },
    after: { onDuty },
  })
  await tell(tx, act, 'duty.changed', communityId, { staffId, onDuty })
}

async function goOn(tx: EntityManager, act: CallerAct, communityId: string, staffId: string): Promise<boolean> {
  const rows = (await tx.query(
    `INSERT INTO duty_periods (community_id, id, staff_id, since) VALUES ($1, $2, $3, $4)
     ON CONFLICT (community_id, staff_id) WHERE until IS NULL DO NOTHING RETURNING id`,
    [communityId, newId(act.now), staffId, act.now],
  )) as unknown[]
  return rows.length > 0
}

async function goOff(tx: EntityManager, act: CallerAct, communityId: string, staffId: string): Promise<boolean> {
  const [rows] = (await tx.query(
    `UPDATE duty_periods SET until = $3 WHERE community_id = $1 AND staff_id = $2 AND until IS NULL RETURNING id`,
    [communityId, staffId, act.now],
  )) as [unknown[], number]
  return rows.length > 0
}
