import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ConversationView } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ConversationStory } from '../../../test/conversation-story.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const texts = ({ entries }: ConversationView) => entries.map(({ text }) => text)

describe('turning a talk into work', () => {
  it('[COM-07] by two of the desk at once is one repair; another matter out of the same words is another', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('厨房漏水，灯也坏了')
    const [entry] = (await story.read(story.desk, asked)).entries
    const wish = { entryIds: [entry!.id], category: 'water-leak', urgency: 'urgent', description: '厨房漏水' }
    const at = `${story.path}/${asked.id}/repair`
    const answers = await Promise.all([story.desk.post(at, wish), story.colleague.post(at, wish)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const [number] = answers.flatMap(({ status, body }) => (status === 201 ? [(body as { number: string }).number] : []))
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
      code: 'CONVERSATION_TURNED',
      detail: expect.stringContaining(number!),
    })
    await story.act(story.colleague, asked, 'repair', { ...wish, category: 'lighting', description: '灯坏了' })
    expect((await story.read(story.resident, asked)).outcomes).toHaveLength(2)
  })

  it('[COM-07] without chosen words is once for what was said since', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('厨房漏水')
    const wish = { entryIds: [], category: 'water-leak', urgency: 'urgent', description: '厨房漏水' }
    await story.act(story.desk, asked, 'repair', wish)
    await story.colleague.post(`${story.path}/${asked.id}/repair`, wish).expect(409)
    app.clock.advance({ minutes: 1 })
    await story.ask('楼下也漏了')
    await story.act(story.colleague, asked, 'repair', { ...wish, description: '楼下漏水' })
    const seen = await story.read(story.desk, asked)
    expect({ outcomes: seen.outcomes.length, state: seen.state }).toEqual({ outcomes: 2, state: 'waiting' })
  })

  it('[COM-07] and closing it at the same moment: the resident ends it after or before, never with half a repair', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('厨房漏水')
    const wish = { entryIds: [], category: 'water-leak', urgency: 'urgent', description: '厨房漏水' }
    const [turned, closed] = await Promise.all([
      story.desk.post(`${story.path}/${asked.id}/repair`, wish),
      story.resident.post(`${story.path}/${asked.id}/close`),
    ])
    expect(closed.status).toBe(200)
    const { rows } = await app.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM cases c WHERE c.community_id = $1 AND c.kind = 'repair'`,
      [story.community.id],
    )
    const outcomes = (await story.read(story.desk, asked)).outcomes.length
    expect([rows[0]!.n, outcomes]).toEqual(turned.status === 201 ? [1, 1] : [0, 0])
  })
})

describe('a resident who works at the desk', () => {
  it('[COM-07] asks as a resident and is answered by a colleague; only the answer stops the clock', async () => {
    const story = await ConversationStory.begin(app)
    const { resident, colleague } = story
    await app.owner.query('UPDATE staff SET account_id = $2 WHERE id = $1', [colleague.staffId, resident.accountId])
    const asked = await story.ask('我家的门铃坏了')
    app.clock.advance({ minutes: 1 })
    await story.ask('还在吗')
    const seen = await story.read(story.desk, asked)
    expect(seen.entries.map(({ side, authorName }) => [side, authorName])).toEqual([
      ['resident', seen.residentName],
      ['resident', seen.residentName],
    ])
    expect(seen).toMatchObject({ state: 'waiting', lastSide: 'resident' })
    await story.reply(asked, '马上来')
    await story.act(resident, asked, 'close')
    expect(texts(await story.read(story.desk, asked)).at(-1)).toBe('住户结束了会话')
    const { rows } = await app.owner.query<{ kind: string; who: string }>(
      `SELECT DISTINCT actor_kind AS kind, actor_name AS who FROM audit_entries WHERE subject_id = $1 AND action <> 'consultations.reply'`,
      [asked.id],
    )
    expect(rows).toEqual([{ kind: 'resident', who: seen.residentName }])
  })
})

describe('whoever looks after it', () => {
  it('[COM-07] takes it twice and is named both times', async () => {
    const story = await ConversationStory.begin(app)
    const asked = await story.ask('有人吗')
    await story.act(story.desk, asked, 'take')
    await story.act(story.desk, asked, 'take')
    const line = `${story.desk.name}为您服务`
    expect(texts(await story.read(story.resident, asked)).filter((text) => text.endsWith('为您服务'))).toEqual([line, line])
  })

  it('[COM-07] is not given to a post limited to buildings, nor is such a post told of it', async () => {
    const story = await ConversationStory.begin(app)
    const limited = await app.world.staff(story.community, { post: 'front-desk', skills: [] })
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [
      limited.staffId,
      [story.community.buildingId],
    ])
    const asked = await story.ask('有人吗')
    const { rows } = await app.owner.query('SELECT 1 FROM messages WHERE staff_id = $1', [limited.staffId])
    expect(rows).toEqual([])
    await story.desk.post(`${story.path}/${asked.id}/hand-over`, { staffId: limited.staffId, note: '请接' }).expect(422)
    await limited.get(`${story.path}/${asked.id}`).expect(403)
  })
})

describe('the clock of a question', () => {
  const clockOf = async (id: string) =>
    (
      await app.owner.query<{ due_at: Date; stopped_at: Date | null }>(
        'SELECT due_at, stopped_at FROM case_clocks WHERE case_id = $1 ORDER BY round DESC LIMIT 1',
        [id],
      )
    ).rows[0]!

  it('[COM-07] is stopped by nothing but a person: not by the word off duty, a repair, a hand-over or being seen', async () => {
    const story = await ConversationStory.begin(app)
    app.clock.set('2026-11-21T14:00:00Z')
    const asked = await story.ask('半夜漏水')
    const { entries } = await story.read(story.desk, asked)
    expect(entries.map(({ kind }) => kind)).toEqual(['opened', 'off-hours'])
    const wish = { entryIds: [], category: 'water-leak', urgency: 'urgent', description: '漏水' }
    await story.act(story.desk, asked, 'repair', wish)
    await story.act(story.desk, asked, 'hand-over', { staffId: story.colleague.staffId, note: '请接' })
    await story.colleague.put(`${story.path}/${asked.id}/seen`, { entryId: entries.at(-1)!.id }).expect(204)
    expect(await clockOf(asked.id)).toEqual({ due_at: new Date('2026-11-22T00:30:00Z'), stopped_at: null })
    app.clock.set('2026-11-22T00:20:00Z')
    await story.act(story.colleague, asked, 'reply', { text: '已派人', fileIds: [] })
    expect((await clockOf(asked.id)).stopped_at).toEqual(new Date('2026-11-22T00:20:00Z'))
  })
})

describe('the live stream of the desk', () => {
  it('[COM-07] falls silent for who lost the post while listening', async () => {
    const story = await ConversationStory.begin(app)
    const stop = new AbortController()
    const answer = await fetch(`${app.url}/api/communities/${story.community.id}/conversation-live`, {
      headers: { authorization: `Bearer ${story.colleague.token}`, accept: 'text/event-stream' },
      signal: stop.signal,
    })
    expect(answer.status).toBe(200)
    let heard = ''
    const listening = (async () => {
      for await (const chunk of answer.body!) heard += Buffer.from(chunk as Uint8Array).toString()
    })().catch(() => undefined)
    await story.ask('第一句')
    while (!heard.includes('第一句')) await new Promise((next) => setTimeout(next, 10))
    await app.owner.query('DELETE FROM staff_posts WHERE staff_id = $1', [story.colleague.staffId])
    app.clock.advance({ minutes: 1 })
    await story.ask('第二句')
    await listening
    stop.abort()
    expect(heard).not.toContain('第二句')
  })
})
