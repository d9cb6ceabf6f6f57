import {
  fileLimits,
  type ComplaintCategoryCode,
  type ComplaintReceipt,
  type ComplaintSort,
  type RepairCategoryCode,
  type RepairReceipt,
  type Urgency,
} from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import { holds, type CallerAct } from '../../access/index.ts'
import { appendEvent, type Case } from '../../cases/index.ts'
import { registerComplaint } from '../../complaints/index.ts'
import { openRepairFrom } from '../../repairs/index.ts'
import { SAID } from '../rules/entry-text.ts'
import { takeAction, type ConversationRef } from './take-action.ts'

interface OutOfTalk {
  entryIds: string[]
  urgency: Urgency
  description: string
}

export interface RepairWish extends OutOfTalk {
  category: RepairCategoryCode
}

export interface ComplaintWish extends OutOfTalk {
  sort: ComplaintSort
  category: ComplaintCategoryCode
}

/** Opens a repair out of what was said, with the pictures of the chosen entries. */
export function turnIntoRepair(
  tx: EntityManager,
  act: CallerAct,
  ref: ConversationRef,
  { entryIds, ...wish }: RepairWish,
): Promise<RepairReceipt> {
  const into = { action: 'open-repair', permission: 'repairs.report', category: wish.category, entryIds } as const
  return turnInto(tx, act, ref, into, (found, fileIds) =>
    openRepairFrom(tx, act, ref.communityId, {
      ...wish,
      place: {
        kind: found.placeId ? 'unit' : 'community',
        id: found.placeId,
        label: found.placeLabel,
        buildingId: found.buildingId,
      },
      reporter: {
        accountId: found.reporterAccountId,
        residentId: found.reporterResidentId,
        name: found.reporterName,
        phone: found.reporterPhone,
      },
      fileIds,
      channel: 'miniprogram',
    }),
  )
}

/** Registers a complaint, a suggestion or praise out of what was said. */
export function turnIntoComplaint(
  tx: EntityManager,
  act: CallerAct,
  ref: ConversationRef,
  { entryIds, ...wish }: ComplaintWish,
): Promise<ComplaintReceipt> {
  const into = { action: 'open-complaint', permission: 'complaints.assign', category: wish.category, entryIds } as const
  return turnInto(tx, act, ref, into, async (found, fileIds) => {
    const complainant = {
      residentId: found.reporterResidentId ?? undefined,
      unitId: found.placeId ?? undefined,
      name: found.reporterName,
      phone: found.reporterPhone ?? undefined,
    }
    const registration = { ...wish, fileIds: [], channel: 'front-desk' as const, complainant }
    const receipt = await registerComplaint(tx, act, ref.communityId, registration)
    await tx.query(
      `INSERT INTO case_files (community_id, case_id, file_id, purpose, event_id)
       SELECT $1, $2, f, 'report', (SELECT id FROM case_events WHERE community_id = $1 AND case_id = $2 AND kind = 'opened')
       FROM unnest($3::uuid[]) f`,
      [ref.communityId, receipt.id, fileIds],
    )
    return receipt
  })
}

interface Into {
  action: 'open-repair' | 'open-complaint'
  permission: 'repairs.report' | 'complaints.assign'
  category: string
  entryIds: string[]
}

/**
 * The talk goes on; each says where the other is. The clock of the question runs on: an answer is still owed.
 */
async function turnInto<Receipt extends { id: string; number: string }>(
  tx: EntityManager,
  act: CallerAct,
  ref: ConversationRef,
  { permission, ...into }: Into,
  open: (found: Case, fileIds: string[]) => Promise<Receipt>,
): Promise<Receipt> {
  let opened: Receipt | null = null
  await takeAction(tx, act, ref, into.action, async ({ case: found }) => {
    if (!holds(act.caller, ref.communityId, permission, found.buildingId)) throw new ProblemError('NOT_ALLOWED')
    await refuseTwice(tx, ref, into)
    opened = await open(found, await picturesOf(tx, ref, into.entryIds))
    const from = { conversationId: ref.id, number: found.number }
    await appendEvent(tx, act, ref.communityId, opened.id, 'from-conversation', from)
    await tx.query('INSERT INTO consultation_outcomes (community_id, case_id, outcome_id, created_at) VALUES ($1, $2, $3, $4)', [
      ref.communityId,
      ref.id,
      opened.id,
      act.now,
    ])
    const { category, entryIds } = into
    return { content: { outcomeId: opened.id, number: opened.number, category, entryIds } }
  })
  return opened!
}

/**
 * Two of the desk may press at once, each with a key of their own: the same words – with none chosen, those said since – are
 * of one category once.
 */
async function refuseTwice(
  tx: EntityManager,
  ref: ConversationRef,
  { action, category, entryIds }: Omit<Into, 'permission'>,
): Promise<void> {
  const [before] = (await tx.query(
    `SELECT e.content ->> 'number' AS number FROM case_events e
     WHERE e.community_id = $1 AND e.case_id = $2 AND e.kind = $3 AND e.content ->> 'category' = $4
       AND CASE WHEN cardinality($5::text[]) > 0 THEN jsonb_exists_any(e.content -> 'entryIds', $5)
         ELSE NOT EXISTS (SELECT 1 FROM case_events s WHERE s.community_id = $1 AND s.case_id = $2 AND s.kind = ANY ($6) AND s.at > e.at) END
     LIMIT 1`,
    [ref.communityId, ref.id, action, category, entryIds, SAID],
  )) as { number: string }[]
  if (before) throw new ProblemError('CONVERSATION_TURNED', before)
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
