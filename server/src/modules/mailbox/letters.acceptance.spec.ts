import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ComplaintReceipt } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ADDRESS, LetterStory, LIN, textOf } from '../../../test/letter-story.ts'
import { MailboxWatch } from './jobs/mailbox-watch.ts'

let app: TestApp
let story: LetterStory
beforeAll(async () => {
  app = await startApp()
  story = await LetterStory.begin(app)
})
afterAll(() => app.close())

const complaintOf = ({ case: found }: { case: { id: string } | null }) => story.complaints.read(story.complaints.desk, found!)

describe('a mail of a resident', () => {
  it('[COM-01] becomes a complaint on their behalf within a poll, and is acknowledged once with its number', async () => {
    const letter = await story.receive({ subject: '电梯异响', body: '二号楼电梯夜里响。' })
    expect(letter).toMatchObject({ state: 'registered', sender: 'resident', fromAddress: LIN, case: { kind: 'complaint' } })
    const complaint = await complaintOf(letter)
    expect(complaint).toMatchObject({ channel: 'email', sort: 'complaint', reporterName: story.complaints.resident.name })
    expect(complaint.description).toBe('电梯异响\n二号楼电梯夜里响。')
    expect((await story.complaints.read(story.complaints.resident, complaint)).mine).toBe(true)
    const [answer, ...more] = story.answersTo(LIN)
    expect(more).toEqual([])
    expect(answer!.subject).toBe(`已收到您的来信 [${complaint.number}]`)
    expect(answer!.raw).toMatch(/auto-submitted: auto-replied/i)
    expect(answer!.raw).toContain(`In-Reply-To: ${letter.messageId}`)
    expect(complaint.clocks.every(({ stoppedAt }) => stoppedAt === null)).toBe(true)
    expect(app.sandbox.world.mailbox.letters()[0]!.flags).toContain('\\Seen')
  })

  it('[COM-01] is answered where it came from, and an answer to that stands in the talk', async () => {
    const { desk } = story.complaints
    const letter = await story.receive({ subject: '门禁坏了', body: '东门门禁打不开。' })
    await story.complaints.act(desk, letter.case!, 'talk', { text: '已安排师傅今天下午来修。', fileIds: [] })
    const told = story.answersTo(LIN).at(-1)!
    expect(told.subject).toBe(`Re: 门禁坏了 [${letter.case!.number}]`)
    expect(told.raw).not.toMatch(/auto-submitted/i)
    expect(told.raw).toContain(`Reply-To: ${ADDRESS}`)
    expect(textOf(told.raw)).toContain('已安排师傅今天下午来修。')
    const quoted = ['好的，谢谢！', '', '在 2026年11月21日 写道：', '> —— 请在此行上方回复 ——', '> 已安排师傅'].join('\r\n')
    const reply = await story.receive({ subject: 'Re: 您好', headers: [`In-Reply-To: ${told.messageId}`], body: quoted })
    expect(reply).toMatchObject({ state: 'appended', case: letter.case })
    const { timeline } = await complaintOf(letter)
    expect(timeline.at(-1)).toMatchObject({ kind: 'talk', text: '好的，谢谢！', actorRole: 'resident' })
    expect(story.answersTo(LIN).at(-1)).toBe(told)
    const byNumber = await story.receive({ subject: `补充 ${letter.case!.number}`, body: '还有西门。' })
    expect(byNumber).toMatchObject({ state: 'appended', case: letter.case })
  })

  it('[COM-01] comes in once, however often it is sent, moved to another server or read by two servers at once', async () => {
    const before = (await story.list()).length
    const twice = { headers: ['Message-ID: <same@example.com>'], subject: '重复' }
    await story.write(twice)
    await story.write(twice)
    const second = await app.replica()
    app.clock.advance({ minutes: 1 })
    await Promise.all([app.nest.get(MailboxWatch).run(), second.get(MailboxWatch).run()])
    await story.poll()
    expect((await story.list()).length).toBe(before + 1)
    await app.sandbox.world.mailbox.renumber()
    await story.poll(20)
    await story.write({ subject: '新的一封' })
    await story.poll()
    expect((await story.list()).length).toBe(before + 2)
  })

  it('[COM-01] without a Message-ID comes in once too', async () => {
    const before = (await story.list()).length
    const raw = `From: ${LIN}\r\nTo: ${ADDRESS}\r\nSubject: no id\r\n\r\nwords\r\n`
    await story.send(raw)
    await story.send(raw)
    await story.poll()
    expect((await story.list()).length).toBe(before + 1)
  })
})

describe('a letter that waits', () => {
  it('[COM-01] of a stranger is registered for a household, answered by mail, and the answer of its writer is known as theirs', async () => {
    const { desk, resident } = story.complaints
    const letter = await story.receive({ from: '陈先生 <chen@example.org>', subject: '噪音', body: '楼上装修太吵。' })
    expect(letter).toMatchObject({ state: 'waiting', sender: 'unknown', reason: '发件人不在住户档案里', fromName: '陈先生' })
    expect(story.answersTo('chen@example.org')).toHaveLength(1)
    expect((await story.state()).waiting).toBeGreaterThan(0)
    expect(await story.complaints.inboxOf(desk)).toContain('letter.waiting')
    const complainant = { unitId: resident.unitId, name: '陈先生' }
    const wish = { sort: 'complaint', category: 'noise', urgency: 'routine', complainant, version: letter.version }
    const path = `${story.path}/letters/${letter.id}`
    await desk.post(`${path}/register`, { ...wish, version: 7 }).expect(409)
    const receipt = (await desk.post(`${path}/register`, wish).expect(201)).body as ComplaintReceipt
    await desk.post(`${path}/register`, wish).expect(409)
    const complaint = await story.complaints.read(desk, receipt)
    expect(complaint).toMatchObject({
      channel: 'email',
      category: 'noise',
      reporterName: '陈先生',
      description: '噪音\n楼上装修太吵。',
    })
    await story.complaints.act(desk, receipt, 'talk', { text: '已上门劝阻。', fileIds: [] })
    const told = story.answersTo('chen@example.org').at(-1)!
    expect(textOf(told.raw)).toContain('已上门劝阻。')
    const headers = [`References: <x@example.org> ${told.messageId}`]
    expect(await story.receive({ from: 'chen@example.org', headers, body: '还是吵。' })).toMatchObject({ state: 'appended' })
    const other = await story.receive({ from: 'eve@example.org', headers, body: '我也说一句。' })
    expect(other).toMatchObject({ state: 'waiting', case: null })
    expect(other.reason).toContain('发件人不是投诉人')
  })

  it('[COM-01] becomes a repair, a word in a complaint, or is put aside with a reason; a filter and words find it', async () => {
    const { desk, resident } = story.complaints
    const one = await story.receive({ from: 'a@example.org', subject: '水管漏水', body: '厨房' })
    const complainant = { unitId: resident.unitId, residentId: resident.residentId, name: resident.name }
    const repair = { category: 'water-leak', urgency: 'urgent', complainant, version: one.version }
    await desk.post(`${story.path}/letters/${one.id}/register-repair`, repair).expect(201)
    const told = (await story.complaints.inboxOf(desk)).filter((kind) => kind === 'letter.waiting')
    expect(told).toHaveLength(1)
    const complaint = await story.complaints.report()
    const two = await story.receive({ from: 'b@example.org', subject: '再说一句', body: '换了个邮箱写。' })
    const append = { number: complaint.number, version: two.version }
    await desk.post(`${story.path}/letters/${two.id}/append`, append).expect(204)
    expect((await story.complaints.read(desk, complaint)).timeline.at(-1)!.text).toContain('换了个邮箱写。')
    const three = await story.receive({ from: 'spam@example.org', subject: '代开发票', body: '加微信' })
    await desk.post(`${story.path}/letters/${three.id}/put-aside`, { reason: '垃圾邮件', version: three.version }).expect(204)
    expect((await story.list('?state=put-aside')).map(({ id }) => id)).toEqual([three.id])
    expect((await story.list(`?query=${encodeURIComponent('漏水')}`)).map(({ id }) => id)).toEqual([one.id])
    const first = (await desk.get(`${story.path}/letters?limit=2`).expect(200)).body as {
      items: { id: string }[]
      nextCursor: string
    }
    const next = (await desk.get(`${story.path}/letters?limit=2&cursor=${first.nextCursor}`).expect(200)).body as typeof first
    expect(new Set([...first.items, ...next.items].map(({ id }) => id)).size).toBe(4)
  })

  it('[COM-01] with a forged sender is marked, opens nothing and is not answered', async () => {
    const before = story.answersTo(LIN).length
    const headers = ['Authentication-Results: mx.yinuo.example; spf=fail smtp.mailfrom=lin@example.com; dmarc=fail']
    expect(await story.receive({ headers })).toMatchObject({ state: 'waiting', sender: 'unverified', case: null })
    expect(story.answersTo(LIN)).toHaveLength(before)
  })

  it('[COM-01] is not to be seen or decided elsewhere, nor by who may not assign complaints', async () => {
    const letter = await story.receive({ from: 'c@example.org' })
    const elsewhere = await app.world.community()
    const stranger = await app.world.staff(elsewhere, { post: 'project-manager' })
    await stranger.get(`${story.path}/letters/${letter.id}`).expect(404)
    await stranger.get(`/communities/${elsewhere.id}/letters/${letter.id}`).expect(404)
    await stranger.post(`/communities/${elsewhere.id}/letters/${letter.id}/put-aside`, { reason: '无', version: 1 }).expect(404)
    await story.complaints.handler.get(`${story.path}/letters`).expect(403)
    await story.complaints.resident.get(`${story.path}/letters`).expect(403)
    await story.complaints.desk.get(`${story.path}/mailbox`).expect(403)
  })
})

describe('machines that write', () => {
  it.each([
    ['an answering machine', ['Auto-Submitted: auto-replied']],
    ['a list', ['List-Id: <news.example.com>']],
    ['a mass mailer', ['Precedence: bulk']],
    ['a mail server that gives a mail back', ['Return-Path: <>']],
  ])('[COM-01] %s opens nothing and is not answered', async (_, headers) => {
    const before = story.answersTo(LIN).length
    expect(await story.receive({ headers })).toMatchObject({ state: 'automatic', case: null })
    expect(story.answersTo(LIN)).toHaveLength(before)
  })

  it.each(['no-reply@shop.example', 'mailer-daemon@example.org', ADDRESS])('[COM-01] %s is not answered', async (from) => {
    expect(await story.receive({ from })).toMatchObject({ state: 'automatic' })
    expect(story.answersTo(from)).toEqual([])
  })

  it('[COM-01] two answering machines that say nothing about themselves come to rest: three acknowledgements a day', async () => {
    const machine = 'robot@example.net'
    await story.write({ from: machine, subject: '自动答复' })
    let answered = 0
    let rounds = 0
    for (let polled = 1; polled > 0 && rounds < 20; rounds++) {
      polled = await story.poll()
      const answers = story.answersTo(machine)
      for (const { subject } of answers.slice(answered)) await story.write({ from: machine, subject: `自动答复：${subject}` })
      answered = answers.length
    }
    expect(answered).toBe(3)
    expect(rounds).toBeLessThan(8)
  })

  it('[COM-01] a machine of a resident that answers each word of ours comes to rest as well', async () => {
    const before = story.answersTo(LIN).length
    const letter = await story.receive({ subject: '休假前的投诉' })
    await story.complaints.act(story.complaints.desk, letter.case!, 'talk', { text: '收到。', fileIds: [] })
    const cases = async () => (await story.list('?state=registered')).length
    const opened = await cases()
    for (let turn = 0; turn < 4; turn++) {
      const last = story.answersTo(LIN).at(-1)!
      await story.receive({
        subject: `我在休假：${last.subject}`,
        headers: [`In-Reply-To: ${last.messageId}`],
        body: '回来后处理。',
      })
    }
    expect(await cases()).toBe(opened)
    expect(story.answersTo(LIN).length - before).toBeLessThanOrEqual(2)
  })
})
