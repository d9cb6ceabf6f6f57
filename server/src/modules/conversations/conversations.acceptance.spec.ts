import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RepairView } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ConversationStory } from '../../../test/conversation-story.ts'
import type { ConversationPage, ConversationView } from './http/conversations.dto.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const texts = ({ entries }: ConversationView) => entries.map(({ text }) => text)
const saidBy = ({ entries }: ConversationView) => entries.map(({ side, text }) => `${side ?? '-'}: ${text}`)

describe('talking', () => {
  it('[COM-07] a resident writes, the desk is told, answers, and both see the same talk in the same order', async () => {
    const story = await ConversationStory.begin(app)
    const picture = await story.resident.photo(story.community.id)
    const asked = await story.ask('请问装修垃圾放哪里？', { fileIds: [picture] })
    expect(await story.told(story.desk)).toEqual(['conversation.waiting'])
    await story.reply(asked, '3 号楼北侧临时堆放点。')
    await story.ask('好的，谢谢')
    const seen = await story.read(story.resident, asked)
    expect(saidBy(seen)).toEqual(['resident: 请问装修垃圾放哪里？', 'staff: 3 号楼北侧临时堆放点。', 'resident: 好的，谢谢'])
    expect(seen.entries[0]!.files).toHaveLength(1)
    expect(seen).toMatchObject({ state: 'waiting', assignee: { id: story.desk.staffId }, residentPhoneMasked: null })
    expect(saidBy(await story.read(story.desk, asked))).toEqual(saidBy(seen))
  })

  it('[COM-07] gives what was said since an entry, for a phone that asks again and again', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('一')
    const first = (await story.read(story.resident, asked)).entries[0]!
    await story.reply(asked, '二')
    const { body } = await story.resident.get(`${story.path}/${asked.id}?after=${first.id}`).expect(200)
    expect(texts(body as ConversationView)).toEqual(['二'])
  })

  it('[COM-07] sends each thing once, however often and at once it is sent', async () => {
    const story = await ConversationStory.begin(app)
    const key = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => story.resident.post(story.path, story.question('在吗'), key)),
    )
    const others = answers.filter(({ status }) => status !== 201)
    expect(others.every(({ body }) => (body as { code: string }).code === 'IDEMPOTENCY_IN_FLIGHT')).toBe(true)
    const later = await story.resident.post(story.path, story.question('在吗'), key).expect(201)
    const sent = answers.filter(({ status }) => status === 201)
    expect(new Set([...sent, later].map(({ text }) => text)).size).toBe(1)
    const asked = later.body as { id: string }
    expect(texts(await story.read(story.resident, asked))).toEqual(['在吗'])
  })

  it('[COM-07] puts many who write at once into one conversation and one order', async () => {
    const story = await ConversationStory.begin(app)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => story.resident.post(story.path, story.question(`第 ${at} 句`))),
    )
    const ids = new Set(answers.map(({ body }) => (body as { id: string }).id))
    expect(ids.size).toBe(1)
    const view = await story.read(story.resident, { id: [...ids][0]! })
    const instants = view.entries.map(({ at }) => at)
    expect(new Set(instants).size).toBe(8)
    expect(instants).toEqual([...instants].sort())
    expect(texts(await story.read(story.desk, view))).toEqual(texts(view))
  })

  it('[COM-07] counts what each side has not seen', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('一')
    await story.ask('二')
    const numbers = async () =>
      (await story.desk.get(`/communities/${story.community.id}/conversation-numbers`).expect(200)).body as object
    expect(await numbers()).toMatchObject({ open: 1, waiting: 1, free: 1, mine: 0, unread: 2 })
    const seen = await story.read(story.desk, asked)
    await story.desk.put(`${story.path}/${asked.id}/seen`, { entryId: seen.entries[0]!.id }).expect(204)
    expect((await story.read(story.desk, asked)).unread).toBe(1)
    await story.reply(asked, '三')
    expect(await numbers()).toMatchObject({ waiting: 0, mine: 1, unread: 0 })
    const mine = (await story.resident.get('/me/conversations').expect(200)).body as ConversationPage
    expect(mine.items).toMatchObject([{ id: asked.id, unread: 1, lastText: '三', lastSide: 'staff' }])
    const last = (await story.read(story.resident, asked)).entries.at(-1)!
    await story.resident.put(`${story.path}/${asked.id}/seen`, { entryId: last.id }).expect(204)
    expect((await story.read(story.resident, asked)).unread).toBe(0)
    await story.resident.put(`${story.path}/${asked.id}/seen`, { entryId: randomUUID() }).expect(404)
  })

  it('[COM-07] pushes an answer to a resident who is away, once, and not to one who is looking', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('几点下班？')
    await story.reply(asked, '八点。')
    expect(await story.told(story.resident)).toEqual([])
    app.clock.advance({ minutes: 5 })
    await story.reply(asked, '周末也是。')
    await story.reply(asked, '欢迎来。')
    expect(await story.told(story.resident)).toEqual(['conversation.answered'])
  })

  it('[COM-07] says clearly what is missing or too long', async () => {
    const story = await ConversationStory.begin(app)
    const empty = await story.resident.post(story.path, story.question(''))
    expect(empty.body).toMatchObject({ status: 400, errors: [{ field: 'text', message: '请写下要说的话，或选择图片。' }] })
    const long = await story.resident.post(story.path, story.question('长'.repeat(1001)))
    expect(long.body).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining('不超过 1000 个字') }] })
    const foreign = await story.desk.photo(story.community.id)
    await story.resident.post(story.path, story.question('看', { fileIds: [foreign] })).expect(404)
  })

  it('[COM-07] shows what was written to WeChat’s content check; only the office sees the verdict', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('你好')
    expect((await story.read(story.desk, asked)).entries[0]!.contentVerdict).toMatch(/pass|pending/)
    expect((await story.read(story.resident, asked)).entries[0]!.contentVerdict).toBeNull()
  })
})

describe('the clock of a question', () => {
  it('[COM-07] is kept by a person’s answer within 30 minutes, and runs anew for the next question', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('停水到几点？')
    expect((await story.read(story.desk, asked)).dueAt).toBe('2026-11-21T04:30:00.000Z')
    app.clock.advance({ minutes: 10 })
    await story.act(story.desk, asked, 'take')
    expect((await story.read(story.desk, asked)).dueAt).toBe('2026-11-21T04:30:00.000Z')
    app.clock.advance({ minutes: 15 })
    await story.reply(asked, '下午六点。')
    expect(await story.read(story.desk, asked)).toMatchObject({ state: 'answered', dueAt: null })
    await story.ask('热水呢？')
    expect((await story.read(story.desk, asked)).dueAt).toBe('2026-11-21T04:55:00.000Z')
    const { rows } = await app.owner.query(
      'SELECT round, stopped_at IS NOT NULL AS stopped, breached_at IS NOT NULL AS broken FROM case_clocks WHERE case_id = $1 ORDER BY round',
      [asked.id],
    )
    expect(rows).toEqual([
      { round: 1, stopped: true, broken: false },
      { round: 2, stopped: false, broken: false },
    ])
  })

  it('[COM-07] is broken when nobody answers: warned, then told up the ladder; the answer comes late', async () => {
    const story = await ConversationStory.begin(app)
    const supervisor = await app.world.staff(story.community, { post: 'service-supervisor', skills: [] })
    const asked = await story.ask('有人吗？')
    app.clock.advance({ minutes: 21 })
    await app.deliver()
    expect(await story.told(story.desk)).toEqual(['conversation.warned', 'conversation.waiting'])
    app.clock.advance({ minutes: 9 })
    await app.deliver()
    expect(await story.told(supervisor)).toEqual(['conversation.breached'])
    app.clock.advance({ minutes: 5 })
    expect((await story.read(story.desk, asked)).late).toBe(true)
    await story.reply(asked, '抱歉久等。')
    const { rows } = await app.owner.query('SELECT breached_at FROM case_clocks WHERE case_id = $1', [asked.id])
    expect(rows).toEqual([{ breached_at: new Date('2026-11-21T04:30:00Z') }])
    expect(texts(await story.read(story.desk, asked))).toContain('答复超时，已升级至主管')
    expect(texts(await story.read(story.resident, asked))).toEqual(['有人吗？', '抱歉久等。'])
  })

  it('[COM-07] stands still at night; the resident is told at once until when, and the hotline', async () => {
    const story = await ConversationStory.begin(app)
    app.clock.set('2026-11-21T14:00:00Z')
    const { body } = await story.resident.get(`/communities/${story.community.id}/conversation-options`).expect(200)
    const sentence = '现在是非服务时间，我们将在 11月22日 08:30 前回复您。急事请拨打服务热线 010-12345678。'
    expect(body).toEqual({ sentence, offHours: true, answerBy: '2026-11-22T00:30:00.000Z', hotline: '010-12345678' })
    const asked = await story.ask('明早能借梯子吗？')
    const view = await story.read(story.resident, asked)
    expect(saidBy(view)).toEqual(['resident: 明早能借梯子吗？', `-: ${sentence}`])
    expect(view).toMatchObject({ dueAt: '2026-11-22T00:30:00.000Z', promise: { offHours: true } })
    await story.ask('要两米的')
    expect(texts(await story.read(story.resident, asked))).toEqual(['明早能借梯子吗？', sentence, '要两米的'])
  })
})

describe('at the desk', () => {
  it('[COM-07] is taken by one of many who press at once; the piles show whose it is', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('你好')
    const pile = async (name: string) =>
      ((await story.desk.get(`${story.path}?pile=${name}`).expect(200)).body as ConversationPage).items.map(({ id }) => id)
    expect(await pile('free')).toEqual([asked.id])
    const answers = await Promise.all(
      [story.desk, story.colleague].map((person) => person.post(`${story.path}/${asked.id}/take`)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'CONVERSATION_TAKEN' })
    expect(await pile('free')).toEqual([])
    expect(await pile('all')).toEqual([asked.id])
  })

  it('[COM-07] is handed over with a note the resident does not see', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('想问车位的事')
    await story.act(story.desk, asked, 'take')
    await story.act(story.desk, asked, 'hand-over', { staffId: story.colleague.staffId, note: '车位归你管' })
    expect(await story.told(story.colleague)).toContain('conversation.handed-over')
    const seen = await story.read(story.colleague, asked)
    expect(seen.assignee?.id).toBe(story.colleague.staffId)
    expect(texts(seen)).toContain(`已转交${story.colleague.name}为您服务（车位归你管）`)
    expect(texts(await story.read(story.resident, asked))).toContain(`已转交${story.colleague.name}为您服务`)
    const engineer = await app.world.staff(story.community)
    const wrong = await story.desk.post(`${story.path}/${asked.id}/hand-over`, { staffId: engineer.staffId, note: '给你' })
    expect(wrong.body).toMatchObject({ code: 'STAFF_NOT_AVAILABLE' })
    const { body } = await story.desk.get(`/communities/${story.community.id}/conversation-colleagues`).expect(200)
    expect((body as { id: string }[]).map(({ id }) => id).sort()).toEqual([story.desk.staffId, story.colleague.staffId].sort())
  })

  it('[COM-07] becomes a repair in one step: chosen words and pictures go along, both say where the other is', async () => {
    const story = await ConversationStory.begin(app)
    const picture = await story.resident.photo(story.community.id)
    const asked = await story.ask('厨房漏水了', { fileIds: [picture] })
    const entry = (await story.read(story.desk, asked)).entries[0]!
    const wish = { entryIds: [entry.id], category: 'water-leak', urgency: 'urgent', description: '厨房漏水了' }
    const repair = await story.act(story.desk, asked, 'repair', wish)
    const talk = await story.read(story.resident, asked)
    expect(talk).toMatchObject({ state: 'waiting', outcomes: [{ id: repair.id, kind: 'repair', number: repair.number }] })
    expect(talk.entries.at(-1)).toMatchObject({ text: `已转为报修 ${repair.number}`, outcomeId: repair.id })
    const { body } = await story.resident.get(`/communities/${story.community.id}/repairs/${repair.id}`).expect(200)
    const view = body as RepairView
    expect(view).toMatchObject({ description: '厨房漏水了', reporterName: talk.residentName, files: [{ id: picture }] })
    expect(view.timeline.map(({ text }) => text)).toContain(`由在线客服会话 ${asked.number} 转来`)
    await story.ask('师傅什么时候来？')
    expect(texts(await story.read(story.desk, asked))).toContain('师傅什么时候来？')
    const strange = { ...wish, entryIds: [randomUUID()] }
    await story.desk.post(`${story.path}/${asked.id}/repair`, strange).expect(404)
  })

  it('[COM-07] becomes a complaint in one step, for who may register one', async () => {
    const story = await ConversationStory.begin(app)
    const picture = await story.resident.photo(story.community.id)
    const asked = await story.ask('保洁三天没来了', { fileIds: [picture] })
    const [entry] = (await story.read(story.desk, asked)).entries
    const wish = {
      entryIds: [entry!.id],
      sort: 'complaint',
      category: 'cleaning',
      urgency: 'routine',
      description: '保洁三天没来了',
    }
    await story.desk.post(`${story.path}/${asked.id}/complaint`, wish).expect(403)
    const supervisor = await app.world.staff(story.community, {
      permissions: ['conversations.answer', 'complaints.assign', 'complaints.read'],
    })
    const complaint = await story.act(supervisor, asked, 'complaint', wish)
    const talk = await story.read(story.resident, asked)
    expect(talk.outcomes).toMatchObject([{ id: complaint.id, kind: 'complaint', stateName: '待分派' }])
    expect(talk.entries.at(-1)).toMatchObject({ text: `已转为投诉建议 ${complaint.number}`, outcomeId: complaint.id })
    const { body } = await supervisor.get(`/communities/${story.community.id}/complaints/${complaint.id}`).expect(200)
    expect(JSON.stringify(body)).toContain(`由在线客服会话 ${asked.number} 转来`)
    expect(JSON.stringify(body)).toContain(picture)
  })

  it('[COM-07] keeps its quick replies: added, found, changed by who saw the newest, removed', async () => {
    const story = await ConversationStory.begin(app)
    const path = `/communities/${story.community.id}/quick-replies`
    const added = (await story.desk.post(path, { title: '停水', content: '今日停水到 18:00。' }).expect(201)).body as {
      id: string
    }
    expect((await story.desk.post(path, { title: '停水', content: '又停。' })).body).toMatchObject({ code: 'DUPLICATE' })
    const found = (await story.colleague.get(`${path}?query=${encodeURIComponent('18:00')}`).expect(200)).body as { id: string }[]
    expect(found.map(({ id }) => id)).toEqual([added.id])
    await story.desk.put(`${path}/${added.id}`, { title: '停水', content: '今日停水到 20:00。', version: 1 }).expect(200)
    const stale = await story.colleague.put(`${path}/${added.id}`, { title: '停水', content: '…', version: 1 })
    expect(stale.body).toMatchObject({ code: 'STALE_VERSION' })
    await story.desk.post(`${path}/${added.id}/remove`, { version: 2 }).expect(204)
    expect((await story.desk.get(path).expect(200)).body).toEqual([])
    await story.resident.get(path).expect(403)
  })

  it('[COM-07] goes to a successor, or back to the desk, when somebody leaves', async () => {
    const story = await ConversationStory.begin(app)
    const manager = await app.world.staff(story.community, { post: 'project-manager', skills: [] })
    const asked = await story.ask('你好')
    await story.act(story.desk, asked, 'take')
    const { body: owed } = await manager.get(`/staff/${story.desk.staffId}/open-work`).expect(200)
    expect(owed).toMatchObject([{ kind: 'consultation', items: [{ id: asked.id }] }])
  })
})

describe('ending', () => {
  it('[COM-07] is closed by the office only after an answer, rated once, and goes on when written to within a day', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('你好')
    const early = await story.desk.post(`${story.path}/${asked.id}/close`)
    expect(early.body).toMatchObject({ status: 409, code: 'CONVERSATION_UNANSWERED' })
    await story.reply(asked, '您好')
    await story.act(story.desk, asked, 'close')
    const late = await story.desk.post(`${story.path}/${asked.id}/reply`, { text: '还有', fileIds: [] })
    expect(late.body).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' })
    await story.act(story.resident, asked, 'rate', { rating: 5, comment: '很快' })
    const again = await story.resident.post(`${story.path}/${asked.id}/rate`, { rating: 1 })
    expect(again.body).toMatchObject({ status: 409, code: 'ALREADY_RATED' })
    expect(await story.read(story.desk, asked)).toMatchObject({ state: 'closed', rating: 5, ratingComment: '很快' })
    app.clock.advance({ hours: 23 })
    expect((await story.ask('还想问')).id).toBe(asked.id)
    expect(await story.read(story.resident, asked)).toMatchObject({ state: 'waiting', rating: null })
    await story.act(story.resident, asked, 'close')
    app.clock.advance({ hours: 25 })
    expect((await story.ask('新的问题')).id).not.toBe(asked.id)
  })
})

describe('whose it is', () => {
  it('[COM-07] another household, another community and who is not of the desk do not know it', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('我家的事')
    const neighbour = await app.world.resident(story.community)
    await neighbour.get(`${story.path}/${asked.id}`).expect(404)
    await neighbour.post(story.path, story.question('冒充')).expect(404)
    await neighbour.post(`${story.path}/${asked.id}/close`).expect(404)
    const family = await app.world.resident(story.community, { unitId: story.resident.unitId, role: 'family' })
    await family.get(`${story.path}/${asked.id}`).expect(404)
    const other = await ConversationStory.begin(app)
    await other.desk.get(`${other.path}/${asked.id}`).expect(404)
    await other.desk.post(`${other.path}/${asked.id}/reply`, { text: '?', fileIds: [] }).expect(404)
    await other.desk.get(story.path).expect(404)
    const engineer = await app.world.staff(story.community)
    await engineer.get(`${story.path}/${asked.id}`).expect(403)
    await story.desk
      .post(`/communities/${story.community.id}/repairs/${asked.id}/note`, { version: 1, text: '?', fileIds: [] })
      .expect(404)
  })

  it('[COM-07] who moved out writes and reads it no more, and is told nothing', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('我要搬走了')
    await app.owner.query(`UPDATE residencies SET valid_until = '2026-11-20' WHERE resident_id = $1`, [story.resident.residentId])
    await story.resident.post(story.path, story.question('还在吗')).expect(404)
    await story.resident.get(`${story.path}/${asked.id}`).expect(404)
    app.clock.advance({ minutes: 5 })
    await story.reply(asked, '一路顺风')
    const { rows } = await app.owner.query(`SELECT 1 FROM messages WHERE account_id = $1`, [story.resident.accountId])
    expect(rows).toHaveLength(0)
  })
})
