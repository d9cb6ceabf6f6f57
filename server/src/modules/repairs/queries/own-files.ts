import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

/** Under which ids a person uploads: as a resident by account, as staff by staff record; somebody may be both. */
export function uploaderIds({ caller }: CallerAct): string[] {
  return [caller.account?.id, caller.staff?.id].filter((id) => id !== undefined)
}

/** Only files the caller uploaded to this community can be attached; any other does not exist. */
export async function refuseForeignFiles(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return
  const [row] = (await tx.query(
    'SELECT count(*)::int AS own FROM files WHERE community_id = $1 AND id = ANY ($2::uuid[]) AND uploaded_by = ANY ($3::uuid[])',
    [communityId, fileIds, uploaderIds(act)],
  )) as { own: number }[]
  if (row!.own !== new Set(fileIds).size) throw new ProblemError('NOT_FOUND')
}
