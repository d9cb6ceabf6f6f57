import type { AdoptStandard, StandardPresetCode } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { figuresInForce } from '../rules/figures-in-force.ts'

/** A browser's clock may be a little behind; what was meant as now is now. */
const CLOCKS_DIFFER_MS = 60_000

/** Adopts a preset with the community's own figures from a day on. Running cases keep the figures they started under. */
export async function adoptStandard(
  tx: EntityManager,
  act: Act,
  communityId: string,
  wish: AdoptStandard,
): Promise<{ id: string }> {
  const [community] = (await tx.query('SELECT company_id FROM communities WHERE id = $1 FOR UPDATE', [communityId])) as {
    company_id: string
  }[]
  if (!community) throw new ProblemError('NOT_FOUND')
  const [before] = (await tx.query(
    `SELECT preset, overrides, effective_from FROM standard_adoptions WHERE community_id = $1 ORDER BY effective_from DESC, id DESC LIMIT 1`,
    [communityId],
  )) as { preset: StandardPresetCode; overrides: object; effective_from: Date }[]
  const wished = new Date(wish.effectiveFrom)
  const isNow = Math.abs(act.now.getTime() - wished.getTime()) < CLOCKS_DIFFER_MS
  const effectiveFrom = isNow ? act.now : wished
  if (before && effectiveFrom < act.now) {
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'effectiveFrom', message: '生效时间不能早于现在' }])
  }
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO standard_adoptions (community_id, id, preset, overrides, figures, effective_from, reason, adopted_by_name, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      communityId,
      id,
      wish.preset,
      JSON.stringify(wish.overrides),
      JSON.stringify(figuresInForce(wish.preset, wish.overrides)),
      effectiveFrom,
      wish.reason,
      act.actor.name,
      act.now,
    ],
  )
  await recordAudit(tx, act, {
    companyId: community.company_id,
    communityId,
    action: 'standards.adopt',
    subjectKind: 'standard',
    subjectId: id,
    before: before ?? null,
    after: wish,
  })
  return { id }
}
