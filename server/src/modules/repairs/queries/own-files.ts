import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'

/** Only files the caller uploaded to this community can be attached; any other does not exist. */
export async function refuseForeignFiles(
  tx: EntityManager,
  act: Act,
  communityId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return
  const [row] = (await tx.query(
    'SELECT count(*)::int AS own FROM files WHERE community_id = $1 AND id = ANY ($2::uuid[]) AND uploaded_by = $3',
    [communityId, fileIds, act.actor.id],
  )) as { own: number }[]
  if (row!.own !== new Set(fileIds).size) throw new ProblemError('NOT_FOUND')
}
