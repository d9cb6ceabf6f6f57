import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DisclosureCalendarView, DisclosureFound, DisclosureView, InboxMessage } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { draft, here, openDesk, pay, publish, reverse, spend, type Desk } from '../../../test/disclosure-desk.ts'
import type { Person } from '../../../test/person.ts'
import ExcelJS from 'exceljs'
import { DraftDisclosures } from './index.ts'

let app: TestApp
let desk: Desk
let resident: Person
let neighbour: Person
let lift: { sourceId: string }

beforeAll(async () => {
  app = await startApp()
  app.clock.set('2026-04-05T02:00:00Z')
  desk = await openDesk(app)
  resident = await app.world.resident(desk.community)
  neighbour = await app.world.resident(desk.community)
  const { community } = desk
  await pay(app, community, { unitId: resident.unitId, day: '2025-12-20', amountFen: 100_00 })
  await pay(app, community, { unitId: resident.unitId, day: '2026-01-10', amountFen: 297_60 })
  await pay(app, community, { unitId: neighbour.unitId, day: '2026-02-11', amountFen: 188_00 })
  await pay(app, community, {
    unitId: neighbour.unitId,
    day: '2026-02-12',
    amountFen: 150_00,
    charge: '车位服务费',
    fund: 'parking',
  })
  lift = await spend(app, community, { day: '2026-03-01', amountFen: 120_00 })
})
afterAll(() => app.close())

const path = (id: string, more = '') => `${here(desk.community)}/disclosures/${id}${more}`
const read = async (id: string) => (await desk.finance.get(path(id))).body as DisclosureView
const inboxOf = async (person: Person) =>
  ((await person.get('/me/messages')).body as { items: InboxMessage[] }).items.map(({ title }) => title)

describe('the calendar of disclosures', () => {
  it('[FIN-05] drafts what has ended out of the books, each once, however many servers there are', async () => {
    const other = await app.replica()
    const { version } = (await desk.finance.get(`${here(desk.community)}/disclosure-calendar`)).body as DisclosureCalendarView
    const plans = [{ fund: 'property-fee', cycle: 'quarter', dueAfterDays: 20, since: '2026-01-01' }]
    const set = await desk.finance.put(`${here(desk.community)}/disclosure-calendar`, { checklist: 'shanghai', plans, version })
    expect(set.status).toBe(200)
    expect(set.body).toMatchObject({ checklist: 'shanghai', waiting: 1, late: 0 })
    const ticks = [app.nest, other, app.nest, other].map((nest) => nest.get(DraftDisclosures).run())
    const drafted = (await Promise.all(ticks)).map((ran) => ran.drafted)
    expect(drafted.reduce((sum, each) => sum + each, 0)).toBe(1)
    await app.deliver()
    const list = await desk.finance.get(`${here(desk.community)}/disclosures`)
    expect((list.body as { items: unknown[] }).items).toMatchObject([
      { fund: 'property-fee', from: '2026-01-01', to: '2026-03-31', edition: 1, dueOn: '2026-04-20', state: 'draft', lines: 3,
        openingFen: 100_00, closingFen: 100_00 + 297_60 + 188_00 - 120_00 },
    ]) // prettier-ignore
    expect(await inboxOf(desk.finance)).toEqual(['待编制：物业费收支公示（2026年第一季度）'])
  })

  it('[FIN-05] warns who is late, and the head office, once', async () => {
    const late = await openDesk(app)
    const head = await app.world.staff(late.community, { post: 'head-office' })
    await draft(app, late, { since: '2026-01-01', dueAfterDays: 2 })
    await app.nest.get(DraftDisclosures).run()
    await app.deliver()
    expect(await inboxOf(head)).toEqual(['逾期未发布：物业费收支公示（2026年第一季度）'])
    expect(await inboxOf(late.finance)).toHaveLength(2)
    const calendar = (await late.finance.get(`${here(late.community)}/disclosure-calendar`)).body as DisclosureCalendarView
    expect(calendar).toMatchObject({ late: 1, waiting: 1 })
  })

  it('[FIN-05] is set by who saw it as it is, one line a fund', async () => {
    const calendar = `${here(desk.community)}/disclosure-calendar`
    const { version, plans } = (await desk.finance.get(calendar)).body as DisclosureCalendarView
    const twice = await desk.finance.put(calendar, { checklist: 'beijing', plans: [...plans, ...plans], version })
    expect(twice.status).toBe(400)
    const stale = await desk.finance.put(calendar, { checklist: 'beijing', plans, version: version - 1 })
    expect(stale.body).toMatchObject({ code: 'STALE_VERSION' })
  })
})

describe('a disclosure on its way', () => {
  let id: string

  it('[FIN-05] is not there for residents nor for strangers before it is posted', async () => {
    const list = await desk.finance.get(`${here(desk.community)}/disclosures`)
    id = (list.body as { items: DisclosureView[] }).items[0]!.id
    const stranger = await app.world.stranger()
    for (const person of [resident, stranger, desk.finance]) {
      for (const more of ['', '/lines', '/own']) expect((await person.get(`/me/disclosures/${id}${more}`)).status).toBe(404)
      for (const more of ['', '/bundle', '/proof?line=1'])
        expect((await person.get(`/disclosures/${id}${more}`)).status).toBe(404)
    }
    expect((await resident.get('/me/disclosures')).body).toMatchObject({ items: [] })
  })

  it('[FIN-05] is taken along as a workbook, line by line', async () => {
    const wish = { list: 'disclosureLines', filters: { disclosureId: id } }
    const workbook = await desk.finance.post(`${here(desk.community)}/exports`, wish)
    expect([workbook.status, workbook.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')])
    expect((await desk.finance.post(`${here(desk.community)}/exports`, { ...wish, filters: {} })).status).toBe(404)
  })

  it('[FIN-05] says before posting what is not booked, not open, not explained', async () => {
    const findings = async () =>
      ((await desk.finance.get(path(id, '/findings'))).body as DisclosureFound[]).map((each) => each.finding)
    expect(await findings()).toEqual(['ledger-open', 'bank-missing', 'vouchers-missing', 'notes-empty'])
    const { version } = await read(id)
    const edited = await desk.finance.put(path(id), { notes: '电梯维保按季支付。', bankFen: 460_60, version })
    expect(edited.body).toMatchObject({ notes: '电梯维保按季支付。', bankFen: 460_60, editedByName: desk.finance.name })
    expect(await findings()).toEqual(['ledger-open', 'bank-differs', 'vouchers-missing'])
  })

  it('[FIN-05] is taken out of the books anew when they have changed, before it can be checked', async () => {
    await spend(app, desk.community, { day: '2026-03-20', amountFen: 5_00, category: 'cleaning', text: '' })
    const refused = await desk.checker.post(path(id, '/check'), { version: (await read(id)).version })
    expect(refused.body).toMatchObject({ code: 'DISCLOSURE_LEDGER_CHANGED' })
    const copied = await desk.finance.post(path(id, '/copy'), { version: (await read(id)).version })
    expect(copied.body).toMatchObject({ lines: 4, closingFen: 460_60 })
    expect((copied.body as DisclosureView).totals).toEqual([
      { side: 'received', charge: '物业服务费', amountFen: 485_60, lines: 2 },
      { side: 'spent', charge: '保洁服务', amountFen: 5_00, lines: 1 },
      { side: 'spent', charge: '电梯维保', amountFen: 120_00, lines: 1 },
    ])
  })

  it('[FIN-05] shows vouchers beside the line they belong to', async () => {
    const fileId = await desk.finance.photo(desk.community.id)
    const line = path(id, '/lines/3/vouchers')
    expect((await desk.finance.post(line, { fileIds: [fileId] })).status).toBe(204)
    const other = await desk.finance.photo(desk.community.id)
    expect((await desk.finance.post(line, { fileIds: [other] })).status).toBe(204)
    expect((await desk.finance.delete(`${line}/${other}`)).status).toBe(204)
    expect((await desk.finance.delete(`${line}/${other}`)).status).toBe(404)
    expect((await desk.finance.post(path(id, '/lines/99/vouchers'), { fileIds: [fileId] })).status).toBe(404)
    const lines = await desk.finance.get(path(id, '/lines?side=spent'))
    expect(lines.body).toMatchObject({ items: [{ number: 3, charge: '电梯维保', vouchers: [{ id: fileId }] }, { number: 4 }] })
  })

  it('[FIN-05] offers what lies beside the entry in the books to who prepares it, and to nobody else', async () => {
    const fileId = await desk.finance.photo(desk.community.id)
    await app.owner.query(
      `INSERT INTO ledger_vouchers (community_id, source_id, ordinal, kind, file_id, company_id) VALUES ($1, $2, 1, 'file', $3, $4)`,
      [desk.community.id, lift.sourceId, fileId, desk.community.companyId],
    )
    const spent = path(id, `/lines?side=spent&charge=${encodeURIComponent('电梯维保')}`)
    expect((await desk.finance.get(spent)).body).toMatchObject({
      items: [{ number: 3, booked: [{ id: fileId, kind: 'photo' }] }],
    })
    const reader = await app.world.staff(desk.community, { post: 'front-desk', permissions: ['disclosures.read'] })
    const seen = (await reader.get(spent)).body as { items: object[] }
    expect(seen.items).toMatchObject([{ number: 3 }])
    expect(JSON.stringify(seen)).not.toContain(fileId)
  })

  it('[FIN-05] lets an entry and its reversal cancel in the sums', async () => {
    const other = await openDesk(app)
    const wrong = await spend(app, other.community, { day: '2026-02-01', amountFen: 80_00 })
    await spend(app, other.community, { day: '2026-02-02', amountFen: 30_00 })
    await reverse(app, other.community, wrong.entryId, '2026-03-03')
    const [drafted] = await draft(app, other, { since: '2026-01-01' })
    expect(drafted).toMatchObject({ lines: 3, closingFen: -30_00 })
    const { body } = await other.finance.get(`${here(other.community)}/disclosures/${drafted!.id}`)
    expect((body as DisclosureView).totals).toEqual([{ side: 'spent', charge: '电梯维保', amountFen: 30_00, lines: 3 }])
  })

  it('[FIN-05] is checked by one and posted by another, and is locked from then on', async () => {
    const allIn = await app.world.staff(desk.community, { post: 'project-manager' })
    const version = async () => (await read(id)).version
    const own = await desk.finance.post(path(id, '/check'), { version: await version() })
    expect(own.status).toBe(403)
    expect((await allIn.post(path(id, '/post'), { version: await version() })).body).toMatchObject({ code: 'DISCLOSURE_STATE' })
    expect((await allIn.post(path(id, '/check'), { version: await version() })).body).toMatchObject({ state: 'checked' })
    expect((await allIn.post(path(id, '/post'), { version: await version() })).body).toMatchObject({ code: 'DISCLOSURE_OWN' })
    const back = await allIn.post(path(id, '/return'), { reason: '说明再写清楚些', version: await version() })
    expect(back.body).toMatchObject({ state: 'draft', returnedBecause: '说明再写清楚些' })
    const posted = await publish(app, desk, id)
    expect(posted).toMatchObject({ state: 'posted', postedByName: desk.finance.name, checkedByName: desk.checker.name })
    const late = [
      desk.finance.put(path(id), { notes: '改', version: posted.version }),
      desk.finance.post(path(id, '/copy'), { version: posted.version }),
      desk.checker.post(path(id, '/return'), { reason: '改', version: posted.version }),
      desk.finance.post(path(id, '/lines/3/vouchers'), { fileIds: [await desk.finance.photo(desk.community.id)] }),
    ]
    for (const answer of await Promise.all(late)) expect(answer.body).toMatchObject({ code: 'DISCLOSURE_STATE' })
    expect(await inboxOf(resident)).toEqual(['物业费收支公示（2026年第一季度）'])
  })

  it('[FIN-05] is shown to residents with its lines, and to nobody of another community', async () => {
    const list = await resident.get(`/me/disclosures?communityId=${desk.community.id}`)
    expect(list.body).toMatchObject({ items: [{ id, fund: 'property-fee', closingFen: 460_60, edition: 1 }] })
    const lines = (await resident.get(`/me/disclosures/${id}/lines`)).body as { items: object[] }
    expect(lines.items).toHaveLength(4)
    expect(JSON.stringify(lines)).not.toContain(resident.unitId)
    expect(lines.items[0]).toMatchObject({ charge: '物业服务费', amountFen: 297_60, text: '' })
    expect(lines.items[2]).not.toHaveProperty('booked')
    const elsewhere = await app.world.resident(await app.world.community())
    expect((await elsewhere.get(`/me/disclosures/${id}`)).status).toBe(404)
  })

  it('[FIN-05] answers a question on a line before everybody, under a clock, without names', async () => {
    const asked = await resident.post(`/me/disclosures/${id}/questions`, { line: 3, text: '维保合同多少钱一年？' })
    expect(asked.status).toBe(201)
    const unknown = await resident.post(`/me/disclosures/${id}/questions`, { line: 99, text: '？' })
    expect(unknown.body).toMatchObject({ code: 'DISCLOSURE_LINE_UNKNOWN' })
    const open = await desk.finance.get(`${here(desk.community)}/disclosure-questions?open=true`)
    const [question] = (open.body as { items: { id: string; caseNumber: string; dueAt: string | null }[] }).items
    expect(question).toMatchObject({ line: 3, charge: '电梯维保', caseNumber: (asked.body as { number: string }).number })
    expect(question!.dueAt).not.toBeNull()
    const answer = `${here(desk.community)}/disclosure-questions/${question!.id}/answer`
    app.clock.advance({ minutes: 10 })
    expect((await desk.finance.post(answer, { answer: '全年 480 元，按季支付。' })).status).toBe(204)
    expect((await desk.finance.post(answer, { answer: '再答' })).body).toMatchObject({ code: 'DISCLOSURE_ANSWERED' })
    await app.deliver()
    const shown = (await neighbour.get(`/me/disclosures/${id}/lines?side=spent&charge=${encodeURIComponent('电梯维保')}`))
      .body as object
    expect(shown).toMatchObject({
      items: [{ number: 3, questions: [{ text: '维保合同多少钱一年？', answer: '全年 480 元，按季支付。' }] }],
    })
    expect(JSON.stringify(shown)).not.toContain(resident.name)
    expect(await inboxOf(resident)).toContain('前台回复了您')
  })

  it('[FIN-05] leaves as a workbook', async () => {
    const wish = { list: 'disclosureLines', filters: { disclosureId: id } }
    const answer = await desk.checker
      .post(`${here(desk.community)}/exports`, wish)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => done(null, Buffer.concat(parts)))
      })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(answer.body as never)
    const cells = workbook.worksheets[0]!.getSheetValues() as unknown[][]
    const [line] = cells.filter((row) => row[1] === 1)
    expect(line!.slice(1, 6)).toEqual([1, expect.any(Date), '收入', '物业服务费', 297.6])
  })

  it('[FIN-05] is corrected by a new edition beside the old one, by one of two who set about it at once', async () => {
    await pay(app, desk.community, { unitId: neighbour.unitId, day: '2026-03-30', amountFen: 10_00 })
    const correct = () => desk.finance.post(path(id, '/correct'), { reason: '补记 3 月 30 日的一笔收款' })
    const [corrected, refused] = (await Promise.all([correct(), correct()])).toSorted((one, other) => one.status - other.status)
    expect(refused).toMatchObject({ status: 409, body: { code: 'DISCLOSURE_CORRECTION_OPEN' } })
    expect(corrected!.body).toMatchObject({ edition: 2, state: 'draft', lines: 5, reason: '补记 3 月 30 日的一笔收款' })
    const again = await desk.finance.post(path(id, '/correct'), { reason: '再更正' })
    expect(again.body).toMatchObject({ code: 'DISCLOSURE_CORRECTION_OPEN' })
    const draftId = (corrected!.body as DisclosureView).id
    expect((await resident.get('/me/disclosures')).body).toMatchObject({ items: [{ id, edition: 1 }] })
    await publish(app, desk, draftId)
    expect((await resident.get('/me/disclosures')).body).toMatchObject({
      items: [{ id: draftId, edition: 2, closingFen: 470_60 }],
    })
    const old = await resident.get(`/me/disclosures/${id}`)
    expect(old.body).toMatchObject({
      editions: [
        { id, edition: 1 },
        { id: draftId, edition: 2, reason: '补记 3 月 30 日的一笔收款' },
      ],
    })
    expect(await inboxOf(resident)).toContain('更正：物业费收支公示（2026年第一季度）')
  })
})
