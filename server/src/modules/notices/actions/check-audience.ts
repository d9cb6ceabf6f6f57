import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { isAnybody } from '../queries/reach.ts'
import { keptAudience, namesNobody, type AudienceWish, type KeptAudience } from '../rules/index.ts'

const PLACES = `
  SELECT (SELECT count(*)::int FROM buildings WHERE community_id = $1 AND id = ANY ($2::uuid[])) AS buildings,
    (SELECT count(*)::int FROM units WHERE community_id = $1 AND id = ANY ($3::uuid[])) AS units,
    (SELECT count(*)::int FROM unnest($4::uuid[], $5::text[]) AS e (building_id, entrance) WHERE EXISTS (
      SELECT 1 FROM units u WHERE u.community_id = $1 AND u.building_id = e.building_id AND coalesce(u.entrance, '') = e.entrance))
    AS entrances`

const refused = (field: string, message: string) => new ProblemError('VALIDATION_FAILED', {}, [{ field, message }])

/** An audience as it is kept. What it names must be of this community. */
export async function takeAudience(tx: EntityManager, communityId: string, wish: AudienceWish): Promise<KeptAudience> {
  const { buildingIds, unitIds, entrances } = wish
  const [known] = (await tx.query(PLACES, [
    communityId,
    buildingIds,
    unitIds,
    entrances.map((each) => each.buildingId),
    entrances.map((each) => each.entrance),
  ])) as { buildings: number; units: number; entrances: number }[]
  if (known!.buildings !== buildingIds.length) throw refused('audience.buildingIds', '请重新选择楼栋。')
  if (known!.units !== unitIds.length) throw refused('audience.unitIds', '请重新选择房屋。')
  if (known!.entrances !== entrances.length) throw refused('audience.entrances', '请重新选择单元。')
  const audience = keptAudience(wish)
  if (namesNobody(audience)) throw refused('audience', '请选择发布范围：全小区，或至少一个楼栋、单元、房屋。')
  return audience
}

export async function refuseNobody(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  audience: KeptAudience,
): Promise<void> {
  if (!(await isAnybody(tx, act, communityId, audience))) throw new ProblemError('NOTICE_NOBODY')
}

/** Files are the writer's own, or were this notice's before. */
export async function refuseForeignFiles(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  fileIds: readonly string[],
  known: readonly string[] = [],
): Promise<void> {
  const fresh = fileIds.filter((id) => !known.includes(id))
  if (fresh.length === 0) return
  const [row] = (await tx.query(
    'SELECT count(*)::int AS own FROM files WHERE community_id = $1 AND id = ANY ($2::uuid[]) AND uploaded_by = $3',
    [communityId, fresh, act.actor.id],
  )) as { own: number }[]
  if (row!.own !== fresh.length)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'fileIds', message: '请重新上传图片。' }])
}
