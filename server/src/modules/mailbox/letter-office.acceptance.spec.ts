import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ConversationReceipt, ConversationView, LetterView, Page } from '@yinuo/contracts'
import ExcelJS from 'exceljs'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ADDRESS, LetterStory, LIN, textOf } from '../../../test/letter-story.ts'
import { PrivacyWatch, RetentionSweep } from '../privacy/index.ts'

let app: TestApp
let story: LetterStory
beforeAll(async () => {
  app = await startApp()
  story = await LetterStory.begin(app)
})
afterAll(() => app.close())

const register = async (letter: LetterView, as: string, wish: object) =>
  (await story.complaints.desk.post(`${story.path}/letters/${letter.id}/${as}`, { ...wish, version: letter.version }).expect(201))
    .body as ConversationReceipt

describe('a question that came by mail', () => {
  it('[COM-01] waits at the desk like any other, and what the desk answers goes back to who asked', async () => {
    const { desk, resident } = story.complaints
    const letter = await story.receive({ from: '何女士 <he@example.org>', subject: '装修时间', body: '周末可以装修吗？' })
    const wish = { complainant: { name: '何女士', phone: '13900008888' } }
    const asked = await register(letter, 'register-consultation', wish)
    await app.deliver()
    expect((await story.newest()).case).toEqual({ id: asked.id, kind: 'consultation', number: asked.number })
    const path = `${story.path}/conversations`
    const { items } = (await desk.get(`${path}?pile=free`).expect(200)).body as Page<{ id: string; unread: number }>
    expect(items).toMatchObject([{ id: asked.id, unread: 1, unitId: null, residentName: '何女士', state: 'waiting' }])
    const talk = (await desk.get(`${path}/${asked.id}`).expect(200)).body as ConversationView
    expect(talk).toMatchObject({ channel: 'email', residentPhoneMasked: '139****8888', openRepairs: [] })
    expect(talk.entries[0]).toMatchObject({ side: 'resident', text: '装修时间\n周末可以装修吗？' })
    expect(talk.dueAt).not.toBeNull()
    expect(await story.complaints.inboxOf(desk)).toContain('conversation.waiting')
    await resident.get(`${path}/${asked.id}`).expect(404)
    await desk.post(`${path}/${asked.id}/reply`, { text: '周末 9 点到 17 点可以。', fileIds: [] }).expect(200)
    await app.deliver()
    const told = story.answersTo('he@example.org').at(-1)!
    expect(told.subject).toBe(`Re: 装修时间 [${asked.number}]`)
    expect(textOf(told.raw)).toContain('周末 9 点到 17 点可以。')
    const repair = { entryIds: [talk.entries[0]!.id], urgency: 'routine', description: '公共走廊灯不亮', category: 'lighting' }
    await desk.post(`${path}/${asked.id}/repair`, repair).expect(201)
  })

  it('[COM-01] is not asked for a home or a resident of elsewhere', async () => {
    const elsewhere = await app.world.resident(await app.world.community())
    const letter = await story.receive({ from: 'x@example.org' })
    const complainant = { name: '某人', unitId: elsewhere.unitId }
    const path = `${story.path}/letters/${letter.id}/register-consultation`
    await story.complaints.desk.post(path, { complainant, version: letter.version }).expect(404)
  })
})

describe('letters in the office', () => {
  it('[COM-01] a complaint leads back to its letters, for who may read letters', async () => {
    const { desk, handler, resident } = story.complaints
    const letter = await story.receive({ subject: '门口积水', body: '下雨就积水。' })
    const byNumber = await story.receive({ subject: `补充 ${letter.case!.number}`, body: '后门也是。' })
    const lettersFor = async (person: typeof desk) => (await story.complaints.read(person, letter.case!)).letters
    expect(await lettersFor(desk)).toEqual([
      { id: letter.id, subject: '门口积水', receivedAt: letter.receivedAt },
      { id: byNumber.id, subject: byNumber.subject, receivedAt: byNumber.receivedAt },
    ])
    expect(await lettersFor(resident)).toEqual([])
    await story.complaints.act(desk, letter.case!, 'assign', { staffId: handler.staffId })
    expect(await lettersFor(handler)).toEqual([])
  })

  it('[COM-01] leave as a workbook by the filters of the list, formulas as words', async () => {
    const { manager, handler } = story.complaints
    await story.receive({ from: 'y@example.org', subject: '=HYPERLINK("http://x")', body: '点这里' })
    const wish = { list: 'letters', filters: { state: 'waiting' } }
    const { body } = await manager
      .post(`${story.path}/exports`, wish)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => done(null, Buffer.concat(parts)))
      })
      .expect(200)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(body as never)
    const [titles, ...rows] = workbook.worksheets[0]!.getSheetValues().slice(1) as unknown[][]
    expect(titles).toEqual(expect.arrayContaining(['收到时间', '主题', '发件人', '状态']))
    expect(rows[0]![2]).toBe(`'=HYPERLINK("http://x")`)
    expect(rows.map((row) => row[8])).toEqual(rows.map(() => '待认领'))
    await handler.post(`${story.path}/exports`, wish).expect(403)
  })
})

/** A letter with a PDF, and where its bytes lie. */
async function withPdf(from: string) {
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n').toString('base64')
  const head = [`From: ${from}`, `To: ${ADDRESS}`, 'Subject: =?utf-8?B?6ZmE5Lu2?=', 'MIME-Version: 1.0']
  const body = ['--b', 'Content-Type: text/plain; charset=utf-8', '', '请看附件。']
  const file = ['--b', 'Content-Type: application/pdf; name="a.pdf"', 'Content-Transfer-Encoding: base64']
  const shape = ['Content-Type: multipart/mixed; boundary=b', '', ...body, ...file]
  const raw = [...head, ...shape, 'Content-Disposition: attachment; filename="a.pdf"', '', pdf, '--b--', ''].join('\r\n')
  await story.send(raw, { from, to: ADDRESS })
  expect(await story.poll()).toBe(1)
  const letter = await story.newest()
  expect(letter.documents).toHaveLength(1)
  const { rows } = await app.owner.query<{ key: string }>(`SELECT attachments -> 0 ->> 'key' AS key FROM letters WHERE id = $1`, [
    letter.id,
  ])
  return { letter, path: join(app.config.FILES_DIR!, rows[0]!.key) }
}

const again = async ({ id }: { id: string }) =>
  (await story.complaints.desk.get(`${story.path}/letters/${id}`).expect(200)).body as LetterView

describe('what came along with letters', () => {
  it('[ORG-05] goes with its bytes when its time is over, not while its complaint is open, and the words stay', async () => {
    const [old, atWork] = [await withPdf('z@example.org'), await withPdf(LIN)]
    const night = async (days: number) => {
      app.clock.advance({ days })
      await app.nest.get(RetentionSweep).run()
      await app.deliver()
    }
    await night(3 * 365 - 1)
    expect([old, atWork].map(({ path }) => existsSync(path))).toEqual([true, true])
    await night(2)
    expect([old, atWork].map(({ path }) => existsSync(path))).toEqual([false, true])
    expect(await again(old.letter)).toMatchObject({
      content: '请看附件。',
      documents: [],
      leftOut: [{ name: 'a.pdf', reason: '已按保存期限清除' }],
    })
    expect(await again(atWork.letter)).toMatchObject({ documents: [{ name: 'a.pdf' }] })
  })

  it('[ORG-05] goes with the account of who wrote', async () => {
    const { letter, path } = await withPdf(LIN)
    const { resident } = story.complaints
    const { items } = (await resident.get('/me/complaints').expect(200)).body as Page<{ id: string; state: string }>
    for (const complaint of items.filter(({ state }) => state !== 'withdrawn'))
      await story.complaints.act(resident, complaint, 'withdraw', { reason: '不用了' })
    await resident.post('/me/privacy-requests', { kind: 'deletion' }).expect(201)
    app.clock.advance({ days: 7 })
    await app.nest.get(PrivacyWatch).run()
    await app.deliver()
    expect(existsSync(path)).toBe(false)
    expect(await again(letter)).toMatchObject({ documents: [], leftOut: [{ reason: '已随来信人注销清除' }] })
  })
})
