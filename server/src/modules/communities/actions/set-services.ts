import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { orDuplicate } from './duplicate.ts'
import { lockCommunity } from './lock-community.ts'

export interface ServicesWish {
  version: number
  /** in the order they are shown */
  services: { id?: string; code?: string; name: string; detail: string }[]
}

interface ServiceRecord {
  id: string
  name: string
  detail: string
}

/** The whole scope of service as it is to be: what it does not name is withdrawn, what has no id is new. */
export async function setServices(tx: EntityManager, act: CallerAct, communityId: string, wish: ServicesWish): Promise<void> {
  refuseRepeatedNames(wish.services)
  await lockCommunity(tx, communityId, wish.version)
  const before = (await tx.query(
    `SELECT id, name, detail FROM community_services WHERE community_id = $1 AND withdrawn_at IS NULL ORDER BY ordinal, id`,
    [communityId],
  )) as ServiceRecord[]
  const known = new Set(before.map((service) => service.id))
  if (wish.services.some(({ id }) => id !== undefined && !known.has(id))) throw new ProblemError('NOT_FOUND')
  const rows = wish.services.map((service, index) => ({ ...service, id: service.id ?? newId(act.now), ordinal: index + 1 }))
  // Names are free before they are given again: two services may swap theirs.
  await tx.query(
    `UPDATE community_services SET withdrawn_at = $2, version = version + 1 WHERE community_id = $1 AND withdrawn_at IS NULL`,
    [communityId, act.now],
  )
  await tx
    .query(
      `INSERT INTO community_services AS kept (community_id, id, code, name, detail, ordinal)
       SELECT $1, s.* FROM jsonb_to_recordset($2::jsonb) AS s (id uuid, code text, name text, detail text, ordinal int)
       ON CONFLICT (community_id, id) DO UPDATE
       SET name = excluded.name, detail = excluded.detail, ordinal = excluded.ordinal, withdrawn_at = NULL`,
      [communityId, JSON.stringify(rows)],
    )
    .catch(orDuplicate)
  await tx.query(`UPDATE communities SET version = version + 1 WHERE id = $1`, [communityId])
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'communities.set-services',
    subjectKind: 'community',
    subjectId: communityId,
    before: { services: before.map(inWords) },
    after: { services: rows.map(inWords) },
  })
}

const inWords = ({ name, detail }: { name: string; detail: string }) => `${name}：${detail}`

function refuseRepeatedNames(services: ServicesWish['services']): void {
  const names = new Set<string>()
  for (const { name } of services) {
    if (names.has(name)) {
      throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'services', message: `“${name}”写了两次，请合并成一项。` }])
    }
    names.add(name)
  }
}
