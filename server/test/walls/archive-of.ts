import { newId } from '../../src/platform/clock/index.ts'
import type { TestApp } from '../app.ts'
import type { Person } from '../person.ts'
import type { TestCommunity } from '../world.ts'

/** What an archive, an office and its papers hold, by what it is called in paths and bodies. */
export interface ArchiveIds {
  spaceId: string
  vehicleId: string
  regionId: string
  categoryId: string
  parentId: string
  serviceId: string
  documentId: string
  documentFileId: string
  noticeId: string
  outageId: string
  meetingId: string
  bookingId: string
  pointId: string
  batchId: string
  privacyRequestId: string
  sessionId: string
  complaintId: string
  letterId: string
  disclosureId: string
  disclosureQuestionId: string
  unsealingId: string
  conversationId: string
  entryId: string
  quickReplyId: string
  boxId: string
  openingId: string
  visitRoundId: string
  visitId: string
}

type Insert = (table: string, row: Record<string, unknown>) => Promise<string>

const everybody = JSON.stringify({ whole: true, buildings: [], entrances: [], units: [], roles: [] })

/** One of each in a community, around the home of its first resident. */
export async function archiveOf(app: TestApp, community: TestCommunity, manager: Person, resident: Person): Promise<ArchiveIds> {
  const now = app.clock.now()
  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const made: Record<string, unknown> = { id: newId(now), ...row }
    const names = Object.keys(made)
    const places = names.map((_, at) => `$${at + 1}`).join(', ')
    await app.owner.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`, Object.values(made))
    return made.id as string
  }
  const here = { community_id: community.id }
  const there = { ...here, unit_id: resident.unitId }
  const company = { company_id: community.companyId }
  const spaceId = await insert('parking_spaces', { ...there, number: '001', tenure: 'owned' })
  const categoryId = await insert('document_categories', { ...company, name: `图纸 ${community.name}`, ordinal: 1 })
  const documentFileId = await insert('document_files', {
    ...company,
    uploaded_by: manager.staffId,
    upload_key: community.id,
    name: '图纸.txt',
    ending: 'txt',
    content_type: 'text/plain',
    bytes: 4,
    sha256: Buffer.alloc(32),
    storage_key: `documents/${community.id}`,
    created_at: now,
  })
  const documentId = await insert('documents', {
    ...company,
    ...here,
    category_id: categoryId,
    title: '竣工图',
    created_at: now,
    updated_at: now,
  })
  await app.owner.query(
    `INSERT INTO document_versions (company_id, document_id, number, community_id, file_id, uploaded_by, uploaded_by_name, uploaded_at)
     VALUES ($1, $2, 1, $3, $4, $5, '经理', $6)`,
    [community.companyId, documentId, community.id, documentFileId, manager.staffId, now],
  )
  const noticeId = await insert('notices', {
    ...here,
    category: 'affairs',
    title: '温馨提示',
    body: '请留意',
    audience: everybody,
    state: 'published',
    edition: 1,
    told_edition: 1,
    written_by: manager.staffId,
    written_by_name: '经理',
    published_at: now,
    created_at: now,
    updated_at: now,
  })
  const outageId = await insert('outages', {
    ...here,
    service: 'water',
    scope: '1号楼',
    cause: '抢修',
    audience: everybody,
    starts_at: now,
    expected_until: new Date(now.getTime() + 3_600_000),
    announced_by: manager.staffId,
    announced_by_name: '经理',
    created_at: now,
  })
  const { boxId, openingId } = await boxOf(app, community, manager, insert)
  const { rows: sessions } = await app.owner.query<{ id: string }>('SELECT id FROM sessions WHERE account_id = $1', [
    resident.accountId,
  ])
  const meetingId = await insert('meetings', {
    ...here,
    kind: 'reception-day',
    title: '总经理接待日',
    place: '物业服务中心',
    starts_at: new Date(now.getTime() + 600_000),
    ends_at: new Date(now.getTime() + 7_800_000),
    audience: everybody,
    slot_minutes: 20,
    slot_capacity: 1,
    state: 'announced',
    check_in_key: `key of ${community.id}`,
    created_at: now,
    updated_at: now,
  })
  const guest = { ...here, meeting_id: meetingId, resident_id: resident.residentId, unit_id: resident.unitId }
  const slot = { slot_at: new Date(now.getTime() + 600_000), seat: 1 }
  const bookingId = await insert('meeting_bookings', { ...guest, ...slot, topic: '停车难', created_at: now })
  const pointId = await insert('meeting_points', {
    ...here,
    meeting_id: meetingId,
    text: '停车难',
    written_by_name: '经理',
    created_at: now,
  })
  const { conversationId, entryId } = await conversationOf(app, community, resident)
  const complaintId = await complaintOf(community, resident)
  const visitRoundId = await insert('visit_rounds', {
    ...here,
    number: 1,
    starts_on: '2026-01-01',
    ends_on: '2026-12-31',
    way: 'door',
    opened_at: now,
  })
  return {
    visitRoundId,
    visitId: await insert('visits', {
      ...there,
      round_id: visitRoundId,
      turn: 1,
      planned_on: '2026-01-01',
      due_week: '2026-01-05',
      way: 'door',
    }),
    complaintId,
    ...(await disclosureOf(app, community, complaintId, insert)),
    letterId: await letterOf(app, community, insert),
    unsealingId: await insert('complaint_unsealings', {
      ...here,
      case_id: complaintId,
      reason: '公安调查',
      asked_by: manager.staffId,
      asked_by_name: '经理',
      asked_at: now,
    }),
    boxId,
    openingId,
    conversationId,
    entryId,
    quickReplyId: await insert('quick_replies', { ...here, title: '问候', content: '您好' }),
    parentId: await insert('document_categories', { ...company, name: `资料 ${community.name}`, ordinal: 2 }),
    serviceId: await insert('community_services', { ...here, name: '公共保洁', detail: '每日清扫公共区域。', ordinal: 1 }),
    spaceId,
    categoryId,
    documentId,
    documentFileId,
    noticeId,
    outageId,
    meetingId,
    bookingId,
    pointId,
    vehicleId: await insert('vehicles', { ...there, kind: 'car', plate: '沪A12345', valid_from: '2026-01-01' }),
    regionId: await insert('regions', { ...company, name: `片区 ${community.name}` }),
    batchId: await insert('import_batches', {
      ...here,
      file_name: '住户.xlsx',
      file_bytes: 100,
      state: 'checked',
      created_by: manager.staffId,
      created_by_name: '经理',
      created_at: now,
    }),
    privacyRequestId: await insert('privacy_requests', {
      ...here,
      kind: 'deletion',
      state: 'cooling',
      account_id: resident.accountId,
      resident_id: resident.residentId,
      person_name: resident.name,
      asked_at: now,
      due_at: new Date(now.getTime() + 15 * 86_400_000),
      effective_at: new Date(now.getTime() + 7 * 86_400_000),
    }),
    sessionId: sessions[0]!.id,
  }
}

async function boxOf(
  app: TestApp,
  community: TestCommunity,
  manager: Person,
  insert: (table: string, row: Record<string, unknown>) => Promise<string>,
) {
  const now = app.clock.now()
  const here = { community_id: community.id }
  const { rows: posts } = await app.owner.query<{ id: string }>('SELECT post_id AS id FROM staff_posts WHERE staff_id = $1', [
    manager.staffId,
  ])
  const boxId = await insert('suggestion_boxes', { ...here, name: '大堂', place: '1号楼大堂', post_id: posts[0]!.id, since: now })
  const by = { opened_by: manager.staffId, opened_by_name: '经理', witness: '业主代表' }
  const opening = { ...here, box_id: boxId, opened_at: now, slips: 400, created_at: now, ...by }
  return { boxId, openingId: await insert('box_openings', opening) }
}

/** A disclosure that is being prepared, with a line, a voucher and a question. */
async function disclosureOf(app: TestApp, community: TestCommunity, caseId: string, insert: Insert) {
  const now = app.clock.now()
  const here = { community_id: community.id }
  const period = { fund: 'parking', period_from: '2026-01-01', period_to: '2026-03-31', edition: 1, due_on: '2026-04-30' }
  const disclosureId = await insert('disclosures', { ...here, ...period, opening_fen: 0, copied_at: now, created_at: now })
  await app.owner.query(
    `INSERT INTO disclosure_lines (community_id, disclosure_id, number, day, side, charge, amount_fen, text, entry_id, entry_line, salt)
     VALUES ($1, $2, 1, '2026-02-01', 'spent', '保洁服务', 100, '扫地', $3, 1, $3)`,
    [community.id, disclosureId, newId(now)],
  )
  const asked = { ...here, disclosure_id: disclosureId, case_id: caseId, text: '多少钱', asked_at: now }
  return { disclosureId, disclosureQuestionId: await insert('disclosure_questions', asked) }
}

async function complaintOf(community: TestCommunity, resident: Person): Promise<string> {
  const told = {
    sort: 'complaint',
    category: 'parking',
    urgency: 'routine',
    description: '通道被堵',
    fileIds: [],
    anonymous: false,
  }
  return ((await resident.post(`/communities/${community.id}/complaints`, told)).body as { id: string }).id
}

async function letterOf(
  app: TestApp,
  community: TestCommunity,
  insert: (table: string, row: Record<string, unknown>) => Promise<string>,
): Promise<string> {
  const now = app.clock.now()
  const here = { community_id: community.id }
  await app.owner.query(
    `INSERT INTO mailboxes (community_id, address, host, port, encryption, username, sealed_password, folder, takes_others, active, since,
       next_poll_at)
     VALUES ($1, 'tousu@yinuo.example', 'imap.invalid', 993, 'tls', 'tousu', '', 'INBOX', true, false, $2, $2)`,
    [community.id, now],
  )
  const said = { subject: '路灯不亮', content: '三号楼前', remarks: [], attachments: '[]', file_ids: [] }
  const from = { from_address: 'chen@example.org', from_name: '陈先生', sender: 'unknown' }
  return insert('letters', {
    ...here,
    ...from,
    ...said,
    message_key: `<${community.id}@example.org>`,
    received_at: now,
    state: 'waiting',
  })
}

async function conversationOf(app: TestApp, community: TestCommunity, resident: Person) {
  const question = { unitId: resident.unitId, text: '您好', fileIds: [] }
  const answer = await resident.post(`/communities/${community.id}/conversations`, question)
  const { id } = answer.body as { id: string }
  const { rows } = await app.owner.query<{ id: string }>('SELECT id FROM case_events WHERE case_id = $1', [id])
  return { conversationId: id, entryId: rows[0]!.id }
}
