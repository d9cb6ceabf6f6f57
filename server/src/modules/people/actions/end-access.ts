import type { EntityManager } from 'typeorm'
import type { CallerAct } from '../../access/index.ts'

/** Duty ends where there is no post any more, and everywhere when somebody is disabled or has left. */
export async function endDutyWithoutPost(tx: EntityManager, act: CallerAct, staffId: string): Promise<void> {
  await tx.query(
    `UPDATE duty_periods d SET until = $2 WHERE d.staff_id = $1 AND d.until IS NULL
       AND NOT EXISTS (SELECT 1 FROM held_posts h JOIN staff s ON s.id = h.staff_id AND s.active
                       WHERE h.staff_id = d.staff_id AND h.community_id = d.community_id)`,
    [staffId, act.now],
  )
}

/** A new password or the end of office ends every console session but the one it is done from. */
export async function endSessions(tx: EntityManager, act: CallerAct, staffId: string): Promise<void> {
  await tx.query(`UPDATE sessions SET revoked_at = $2 WHERE staff_id = $1 AND revoked_at IS NULL AND id <> $3`, [
    staffId,
    act.now,
    act.caller.sessionId,
  ])
}
