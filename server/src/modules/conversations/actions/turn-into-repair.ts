import { fileLimits, type RepairCategoryCode, type RepairReceipt, type Urgency } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import { holds, type CallerAct } from '../../access/index.ts'
import { openRepairFrom } from '../../repairs/index.ts'
import { takeAction, type ConversationRef } from './take-action.ts'

export interface RepairWish {
  entryIds: string[]
  category: RepairCategoryCode
  urgency: Urgency
  description: string
}

/**
 * Opens a repair out of what was said, with the pictures of the chosen entries. The talk goes on; each says where the
 * other is. The clock of the question runs on: an answer is still owed.
 */
export async function turnIntoRepair(
  tx: EntityManager,
  act: CallerAct,
  ref: ConversationRef,
  { entryIds, ...wish }: RepairWish,
): Promise<RepairReceipt> {
  let opened: RepairReceipt | null = null
  await takeAction(tx, act, ref, 'open-repair', async ({ case: found }) => {
    if (!holds(act.caller, ref.communityId, 'repairs.report', found.buildingId)) throw new ProblemError('NOT_ALLOWED')
    opened = await openRepairFrom(tx, act, ref.communityId, {
      ...wish,
      place: { kind: 'unit', id: found.placeId!, label: found.placeLabel, buildingId: found.buildingId },
      reporter: {
        accountId: found.reporterAccountId,
        residentId: found.reporterResidentId,
        name: found.reporterName,
        phone: found.reporterPhone,
      },
      fileIds: await picturesOf(tx, ref, entryIds),
      from: { id: ref.id, number: found.number },
    })
    await tx.query('INSERT INTO consultation_outcomes (community_id, case_id, outcome_id, created_at) VALUES ($1, $2, $3, $4)', [
      ref.communityId,
      ref.id,
      opened.id,
      act.now,
    ])
    return { content: { repairId: opened.id, number: opened.number } }
  })
  return opened!
}

async function picturesOf(tx: EntityManager, ref: ConversationRef, entryIds: string[]): Promise<string[]> {
  const rows = (await tx.query(
    `SELECT e.id, coalesce(array_agg(f.file_id) FILTER (WHERE f.file_id IS NOT NULL), '{}') AS files
     FROM case_events e LEFT JOIN case_files f ON f.community_id = e.community_id AND f.case_id = e.case_id AND f.event_id = e.id
     WHERE e.community_id = $1 AND e.case_id = $2 AND e.id = ANY ($3::uuid[]) GROUP BY e.id, e.at ORDER BY e.at, e.id`,
    [ref.communityId, ref.id, entryIds],
  )) as { id: string; files: string[] }[]
  if (rows.length !== new Set(entryIds).size) throw new ProblemError('NOT_FOUND')
  return rows.flatMap(({ files }) => files).slice(0, fileLimits.perRepair)
}
