import { randomUUID } from 'node:crypto'
import {
  permissions,
  type DocumentView,
  type EntryCode,
  type HouseholdMembers,
  type Kept,
  type NoticeView,
  type OpenInvitation,
  type Permission,
  type PostRow,
  type PrivacyAsked,
  type RepairReceipt,
  type SignInTicketCreated,
} from '@yinuo/contracts'
import request from 'supertest'
import type { TestApp } from '../app.ts'
import { documentOf } from '../documents.ts'
import { disclosuresOf } from '../disclosure-desk.ts'
import { billingOf } from '../walls/billing-of.ts'
import { booksOf } from '../walls/books-of.ts'
import { counterOf } from '../walls/counter-of.ts'
import { reconciliationOf } from '../walls/reconciliation-of.ts'
import { paymentsOf } from '../walls/payments-of.ts'
import { improvementOf } from '../walls/improvement-of.ts'
import { meetingOf } from '../meeting-desk.ts'
import { draftOf, publish, WHOLE } from '../notice-desk.ts'
import type { Person } from '../person.ts'
import { home, workbookOf } from '../workbook.ts'
import type { Known } from './arbitrary-request.ts'

const everything = Object.keys(permissions) as Permission[]

const LETTERS = `
  INSERT INTO letters (community_id, id, message_key, from_address, from_name, sender, subject, content, remarks, attachments, file_ids,
    received_at, state)
  SELECT $1, uuidv7(), n::text, 'chen@example.org', '陈先生', 'unknown', '路灯不亮', '三号楼前', '{}', '[]', '{}', $2, 'waiting'
  FROM generate_series(1, 12) n RETURNING id`

/** A community in which every kind of id leads somewhere, and somebody of every kind to call. */
export async function peopledWorld(app: TestApp) {
  const community = await app.world.community()
  const foreign = await app.world.community({ companyId: await app.world.company() })
  const here = `/communities/${community.id}`
  const resident = await app.world.resident(community)
  const applicant = await app.world.stranger()
  const engineer = await app.world.staff(community)
  const manager = await app.world.staff(community, { permissions: everything })
  const colleague = await app.world.staff(community, { post: 'front-desk' })
  const place = { kind: 'unit', id: resident.unitId }
  const repairs: string[] = []
  for (const urgency of ['routine', 'urgent', 'emergency', 'routine', 'routine', 'urgent', 'routine', 'routine']) {
    const repair = { place, category: 'taps', urgency, description: '龙头滴水', fileIds: [] }
    repairs.push((await made<RepairReceipt>(resident.post(`${here}/repairs`, repair))).id)
  }
  await app.deliver()
  const codes = await made<EntryCode[]>(manager.post(`${here}/codes`, { kind: 'unit', placeIds: [resident.unitId] }))
  const application = { unitId: resident.unitId, role: 'family', name: '王小明', phone: '13812340000', fileIds: [] }
  const applied = await made<{ id: string }>(applicant.post(`${here}/residence-applications`, application))
  const texts = { duties: '', work: '', authority: '', responsibility: '', qualification: '' }
  const watch = { name: '值班', ...texts, certificates: [], answersFor: [], permissions: [] }
  const post = await made<PostRow>(manager.post('/posts', watch))
  const ticket = await made<SignInTicketCreated>(request(app.url).post('/api/sessions/tickets'))
  const invited = { unitId: resident.unitId, role: 'family', name: '王小明' }
  const invitation = await made<OpenInvitation>(resident.post(`${here}/invitations`, invited))
  const unit = `${here}/households/${resident.unitId}`
  const event = { kind: 'other', title: '样', begunOn: '2026-01-01', fileIds: [] }
  const happened = await made<{ id: string }>(manager.post(`${unit}/events`, event))
  const note = await made<{ id: string }>(manager.post(`${unit}/notes`, { text: '样', pinned: false }))
  const byOffice = await made<{ id: string }>(manager.post(`${unit}/invitations`, { role: 'family', name: '王小明' }))
  const space = await made<Kept>(
    manager.post(`${here}/parking-spaces`, { number: '001', tenure: 'owned', unitId: resident.unitId }),
  )
  const car = { unitId: resident.unitId, kind: 'car', plate: '沪A12345' }
  const vehicle = await made<{ id: string }>(resident.post(`${here}/household-vehicles`, car))
  const toBeTold = { kind: 'export', residentId: resident.residentId, identityNote: '核对了身份证' }
  const privacy = await made<PrivacyAsked>(manager.post(`${here}/privacy-requests`, toBeTold))
  const household = await made<HouseholdMembers>(resident.get(`${here}/household-members?unitId=${resident.unitId}`))
  const drafted = { name: '图纸', readerPosts: [], editorPosts: [] }
  const category = await made<{ id: string }>(manager.post(`${here}/document-categories`, drafted))
  const papers: DocumentView[] = []
  for (const text of ['龙头更换记录', '电梯维保合同'])
    papers.push(await documentOf(app, manager, community, category.id, { title: text, content: Buffer.from(text) }))
  const question = { unitId: resident.unitId, text: '请问垃圾放哪里', fileIds: [] }
  const conversation = await made<{ id: string }>(resident.post(`${here}/conversations`, question))
  const quickReply = await made<{ id: string }>(manager.post(`${here}/quick-replies`, { title: '问候', content: '您好' }))
  const box = await made<{ id: string }>(
    manager.post(`${here}/suggestion-boxes`, { name: '大堂', place: '1号楼大堂', postId: post.id }),
  )
  const emptied = { openedAt: app.clock.now().toISOString(), witness: '业主代表', slips: 300, fileIds: [] }
  const opening = await made<{ id: string }>(manager.post(`${here}/suggestion-boxes/${box.id}/openings`, emptied))
  const complaints: string[] = []
  for (const anonymous of [false, false, true]) {
    const told = { sort: 'complaint', category: 'noise', urgency: 'routine', description: '装修太早', fileIds: [], anonymous }
    complaints.push((await made<{ id: string }>(resident.post(`${here}/complaints`, told))).id)
  }
  const reason = '公安机关要求提供'
  const unsealing = await made<{ id: string }>(manager.post(`${here}/complaints/${complaints[2]!}/unsealings`, { reason }))
  const notice = await publish(app, manager, await app.world.staff(community, { permissions: everything }), community.id)
  const drafts = [await made<NoticeView>(manager.post(`${here}/notices`, draftOf())), notice]
  const now = app.clock.now().getTime()
  const cut = { service: 'water', scope: '1号楼', cause: '抢修', audience: WHOLE, urgent: false }
  const times = { startsAt: new Date(now).toISOString(), expectedUntil: new Date(now + 3_600_000).toISOString() }
  const outage = await made<{ id: string }>(manager.post(`${here}/outages`, { ...cut, ...times }))
  const meetings: string[] = []
  for (const kind of ['reception-day', 'owners-meeting', 'reception-day'] as const)
    meetings.push((await made<{ id: string }>(manager.post(`${here}/meetings`, meetingOf(app, { kind })))).id)
  const guest = { residentId: resident.residentId, unitId: resident.unitId }
  for (const id of meetings.slice(0, 2)) {
    await made(manager.post(`${here}/meetings/${id}/announce`, { version: 1 }))
    await made(manager.post(`${here}/meetings/${id}/points`, { text: '停车难', residentId: resident.residentId }))
    await made(manager.post(`${here}/meetings/${id}/code`, { version: 2 }))
  }
  await made(manager.post(`${here}/meetings/${meetings[1]!}/bookings`, { ...guest, topic: '停车难' }))
  const meetingRows = async (table: string) =>
    (await app.owner.query<{ id: string }>(`SELECT id FROM ${table}`)).rows.map(({ id }) => id)
  const { rows: keys } = await app.owner.query<{ key: string }>('SELECT check_in_key AS key FROM meetings')
  const round = { way: 'door', buildingIds: [], endsOn: '2099-12-31' }
  const visitRound = await made<{ id: string }>(manager.post(`${here}/visit-rounds`, round))
  const { rows: visits } = await app.owner.query<{ id: string }>('SELECT id FROM visits')
  const ofRepair = { repairId: repairs[0]!, unitId: resident.unitId }
  const billed = await billingOf(app, community, resident.unitId)
  const books = await booksOf(app, community, manager, resident.unitId)
  const paid = await paymentsOf(app, community, resident.unitId)
  const reconciled = await reconciliationOf(app, community, paid.paymentId)
  const counter = await counterOf(app, community, { unitId: resident.unitId, paymentId: paid.paymentId })
  const improvement = await improvementOf(app, community, manager, ofRepair)
  const disclosures = await disclosuresOf(app, community, manager, resident)
  const { rows: letters } = await app.owner.query<{ id: string }>(LETTERS, [community.id, app.clock.now()])
  const { rows: messages } = await app.owner.query<{ id: string }>('SELECT id FROM messages')
  const photos = await Promise.all([resident, manager].map((person: Person) => person.photo(community.id)))
  const workbook = await workbookOf([home(101), home(102, { phone: '1' })])
  const imported = await made<{ id: string }>(
    request(app.url)
      .post(`/api${here}/imports`)
      .set({ authorization: `Bearer ${manager.token}`, 'idempotency-key': randomUUID() })
      .attach('file', workbook, '住户.xlsx'),
  )
  await app.deliver()
  const known: Known = {
    communities: [...Array<string>(11).fill(community.id), foreign.id],
    byPath: {
      repairs,
      buildings: [community.buildingId],
      units: [resident.unitId],
      'parking-spaces': [space.id],
      vehicles: [vehicle.id],
      'household-vehicles': [vehicle.id],
      imports: [imported.id],
      complaints,
      'complaint-unsealings': [unsealing.id],
      letters: letters.map(({ id }) => id),
      disclosures: disclosures.ids,
      'disclosure-questions': disclosures.questionIds,
      conversations: [conversation.id],
      'quick-replies': [quickReply.id],
      'suggestion-boxes': [box.id],
      'box-openings': [opening.id],
      codes: codes.map((code) => code.id),
      'residence-applications': [applied.id],
      staff: [colleague.staffId!],
      posts: [post.id],
      messages: messages.map((message) => message.id),
      'document-categories': [category.id],
      visits: visits.map(({ id }) => id),
      'home-visits': visits.map(({ id }) => id),
      'visit-rounds': [visitRound.id],
      notices: drafts.map(({ id }) => id),
      outages: [outage.id],
      cases: [...repairs, ...complaints],
      charges: [billed.chargeId],
      bills: [billed.billId],
      'bill-runs': [billed.runId],
      exemptions: [billed.exemptionId],
      meters: [billed.meterId],
      'meter-readings': [billed.readingId],
      'shared-costs': [billed.sharedCostId],
      'ledger-entries': [books.ledgerEntryId],
      'fund-imports': [books.fundImportId],
      'fund-records': [books.fundRecordId],
      suppliers: [books.supplierId],
      'late-fee-waivers': [books.lateFeeWaiverId],
      payments: [paid.paymentId],
      refunds: [paid.refundId],
      overpayments: [paid.overpaymentId],
      'pay-statements': [reconciled.payStatementId],
      'pay-differences': [reconciled.payDifferenceId],
      receipts: [counter.receiptId],
      'receipt-files': [paid.paymentId],
      'day-ends': [counter.dayEndId],
      'pay-merchants': [paid.payMerchantId],
      causes: [improvement.causeId],
      'improvement-proposals': [improvement.proposalId],
      improvements: [improvement.improvementId],
      meetings,
      'meeting-bookings': await meetingRows('meeting_bookings'),
      'meeting-points': await meetingRows('meeting_points'),
      documents: papers.map((paper) => paper.id),
      files: photos,
      'repair-samples': repairs,
      invitations: [invitation.id],
      'privacy-requests': [privacy.id!],
      'personal-exports': [privacy.id!],
      'household-members': household.members.map((member) => member.id),
      residencies: household.members.map((member) => member.id),
      'household-events': [happened.id],
      'household-notes': [note.id],
      'office-invitations': [byOffice.id],
    },
    byName: {
      communityId: [community.id],
      unitId: [resident.unitId],
      buildingId: [community.buildingId],
      categoryId: [category.id],
      parentId: [category.id],
      placeIds: [resident.unitId, community.buildingId],
      id: [resident.unitId, community.buildingId],
      staffId: [engineer.staffId!, colleague.staffId!],
      assigneeId: [engineer.staffId!],
      buildingIds: [community.buildingId],
      spaceId: [space.id],
      unitIds: [resident.unitId],
      roundId: [visitRound.id],
      visitIds: visits.map(({ id }) => id),
      noticeId: [notice.id],
      meetingId: meetings,
      code: keys.flatMap(({ key }) => (key ? [`m${key}`] : [])),
      boxId: [box.id],
      causeId: [improvement.causeId],
      supplierId: [books.supplierId],
      chargeId: [billed.chargeId],
      chargeIds: [billed.chargeId],
      runId: [billed.runId],
      ownerId: [manager.staffId!],
      entrance: ['1单元'],
      plate: ['沪A12345', '沪AD12345', '上海1234567'],
      residentId: [resident.residentId],
      residencyId: household.members.map((member) => member.id),
      repairId: repairs,
      postId: [post.id],
      codeIds: codes.map((code) => code.id),
      fileIds: photos,
      token: codes
        .map((code) => code.scene.slice(1))
        .concat(
          codes.map((code) => code.scene),
          invitation.token,
        ),
      codeToken: codes.map((code) => code.scene),
      ticket: [ticket.ticket],
      secret: [ticket.secret],
      page: ['repairs'],
      subject: ['deliveries', 'audit'],
    },
  }
  return { known, callers: { nobody: null, stranger: applicant, resident, engineer, manager } }
}

async function made<Answer>(request: PromiseLike<{ status: number; body: unknown; text: string }>): Promise<Answer> {
  const answer = await request
  if (answer.status >= 300) throw new Error(`the world could not be peopled: ${answer.text}`)
  return answer.body as Answer
}
