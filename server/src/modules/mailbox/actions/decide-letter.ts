import type { ComplaintReceipt, ConversationReceipt, LetterState, RepairReceipt } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { holds, type CallerAct } from '../../access/index.ts'
import { registerComplaint, talkByMail } from '../../complaints/index.ts'
import { openConsultation } from '../../conversations/index.ts'
import { openRepairFrom } from '../../repairs/index.ts'
import type { AppendLetter, RegisterLetter, RegisterLetterAsConsultation, RegisterLetterAsRepair } from '../http/letters.dto.ts'
import type { KeptAttachment } from '../letter-files.ts'
import { describe } from './take-letter.ts'

interface Found {
  id: string
  companyId: string
  state: LetterState
  subject: string
  content: string
  attachments: KeptAttachment[]
  fileIds: string[]
  version: number
}

const FOUND = `
  SELECT l.id, c.company_id AS "companyId", l.state, l.subject, l.content, l.attachments, l.file_ids AS "fileIds", l.version
  FROM letters l JOIN communities c ON c.id = l.community_id WHERE l.community_id = $1 AND l.id = $2 FOR UPDATE OF l`

const DECIDE = `
  UPDATE letters SET state = $3, case_id = $4, reason = $5, decided_by = $6, decided_by_name = $7, decided_at = $8, version = version + 1
  WHERE community_id = $1 AND id = $2`

/** Which letter, as its doer last saw it. */
export interface LetterRef {
  communityId: string
  id: string
  version: number
}

/** What became something stays that; everything else may still become something. */
async function undecided(tx: EntityManager, { communityId, id, version }: LetterRef): Promise<Found> {
  const [found] = (await tx.query(FOUND, [communityId, id])) as Found[]
  if (!found) throw new ProblemError('NOT_FOUND')
  if (found.state === 'registered' || found.state === 'appended') throw new ProblemError('LETTER_DECIDED')
  if (found.version !== version) throw new ProblemError('STALE_VERSION')
  return found
}

interface Decision {
  action:
    'letters.register' | 'letters.register-repair' | 'letters.register-consultation' | 'letters.append' | 'letters.put-aside'
  state: LetterState
  caseId: string | null
  reason: string | null
}

async function decide(
  tx: EntityManager,
  act: Act,
  communityId: string,
  { id, companyId, state }: Found,
  to: Decision,
): Promise<void> {
  const { id: staffId, name } = act.actor
  await tx.query(DECIDE, [communityId, id, to.state, to.caseId, to.reason, staffId, name, act.now])
  await recordAudit(tx, act, {
    companyId,
    communityId,
    action: to.action,
    subjectKind: 'letter',
    subjectId: id,
    before: { state },
    after: { state: to.state, caseId: to.caseId, reason: to.reason },
  })
}

/** A clerk makes a complaint, a suggestion or praise of it, with the photos that came along. */
export async function registerLetter(
  tx: EntityManager,
  act: CallerAct,
  ref: LetterRef,
  { sort, category, urgency, complainant }: Omit<RegisterLetter, 'version'>,
): Promise<ComplaintReceipt> {
  const letter = await undecided(tx, ref)
  const registration = { sort, category, urgency, complainant, channel: 'email' as const, fileIds: [] }
  const description = describe(letter, letter.attachments)
  const receipt = await registerComplaint(tx, act, ref.communityId, { ...registration, description })
  await tx.query(
    `INSERT INTO case_files (community_id, case_id, file_id, purpose, event_id)
     SELECT $1, $2, f, 'report', (SELECT id FROM case_events WHERE community_id = $1 AND case_id = $2 AND kind = 'opened')
     FROM unnest($3::uuid[]) f`,
    [ref.communityId, receipt.id, letter.fileIds],
  )
  await decide(tx, act, ref.communityId, letter, {
    action: 'letters.register',
    state: 'registered',
    caseId: receipt.id,
    reason: null,
  })
  return receipt
}

interface Household {
  unit: { id: string; label: string; buildingId: string } | null
  resident: { id: string; name: string; phone: string | null; accountId: string | null } | null
}

/** A clerk makes a repair of it, for the home that is named or else the resident's. */
export async function registerLetterAsRepair(
  tx: EntityManager,
  act: CallerAct,
  ref: LetterRef,
  { category, urgency, complainant: { unitId, residentId, name, phone } }: Omit<RegisterLetterAsRepair, 'version'>,
): Promise<RepairReceipt> {
  const letter = await undecided(tx, ref)
  const [household] = (await tx.query(
    `SELECT (SELECT json_build_object('id', u.id, 'label', u.label, 'buildingId', u.building_id) FROM units u
       WHERE u.community_id = $1 AND u.id = coalesce($2, (SELECT h.unit_id FROM residencies h
         WHERE h.community_id = $1 AND h.resident_id = $3 ORDER BY h.valid_from DESC, h.id LIMIT 1))) AS unit,
     (SELECT json_build_object('id', r.id, 'name', r.name, 'phone', r.phone, 'accountId', r.account_id) FROM residents r
       WHERE r.community_id = $1 AND r.id = $3) AS resident`,
    [ref.communityId, unitId ?? null, residentId ?? null],
  )) as Household[]
  const { unit, resident } = household!
  if ((unitId && !unit) || (residentId && !resident)) throw new ProblemError('NOT_FOUND')
  if (!unit) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'complainant.unitId', message: '报修请选择房屋。' }])
  if (!holds(act.caller, ref.communityId, 'repairs.report', unit.buildingId)) throw new ProblemError('NOT_ALLOWED')
  const receipt = await openRepairFrom(tx, act, ref.communityId, {
    category,
    urgency,
    description: describe(letter, letter.attachments),
    place: { kind: 'unit', ...unit },
    reporter: {
      accountId: resident?.accountId ?? null,
      residentId: resident?.id ?? null,
      name,
      phone: phone ?? resident?.phone ?? null,
    },
    fileIds: letter.fileIds,
    channel: 'email',
  })
  await decide(tx, act, ref.communityId, letter, {
    action: 'letters.register-repair',
    state: 'registered',
    caseId: receipt.id,
    reason: null,
  })
  return receipt
}

/** A clerk makes a question to the desk of it; what the desk answers goes back by mail. */
export async function registerLetterAsConsultation(
  tx: EntityManager,
  act: CallerAct,
  ref: LetterRef,
  { complainant }: Omit<RegisterLetterAsConsultation, 'version'>,
): Promise<ConversationReceipt> {
  const letter = await undecided(tx, ref)
  const asked = { ...complainant, question: describe(letter, letter.attachments) }
  const receipt = await openConsultation(tx, act, ref.communityId, asked, { channel: 'email', fileIds: letter.fileIds })
  await decide(tx, act, ref.communityId, letter, {
    action: 'letters.register-consultation',
    state: 'registered',
    caseId: receipt.id,
    reason: null,
  })
  return receipt
}

/** A clerk puts it to the complaint it belongs to: somebody wrote from another address, or left the number out. */
export async function appendLetter(
  tx: EntityManager,
  act: CallerAct,
  ref: LetterRef,
  { number }: Omit<AppendLetter, 'version'>,
): Promise<void> {
  const letter = await undecided(tx, ref)
  const [complaint] = (await tx.query(
    `SELECT id, open, building_id AS "buildingId" FROM cases WHERE community_id = $1 AND number = $2 AND kind = 'complaint'`,
    [ref.communityId, number],
  )) as { id: string; open: boolean; buildingId: string | null }[]
  if (!complaint || !holds(act.caller, ref.communityId, 'complaints.assign', complaint.buildingId))
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'number', message: '没有这个编号的投诉，请核对。' }])
  if (!complaint.open) throw new ProblemError('LETTER_CASE_CLOSED', { number })
  const said = { text: describe(letter, letter.attachments), fileIds: letter.fileIds }
  await talkByMail(tx, act, { communityId: ref.communityId, id: complaint.id }, said)
  await decide(tx, act, ref.communityId, letter, {
    action: 'letters.append',
    state: 'appended',
    caseId: complaint.id,
    reason: null,
  })
}

export async function putLetterAside(tx: EntityManager, act: CallerAct, ref: LetterRef, reason: string): Promise<void> {
  const letter = await undecided(tx, ref)
  await decide(tx, act, ref.communityId, letter, { action: 'letters.put-aside', state: 'put-aside', caseId: null, reason })
}
