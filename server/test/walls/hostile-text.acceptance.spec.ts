import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type {
  BoardNotice,
  ComplaintReceipt,
  ComplaintView,
  ConversationReceipt,
  ConversationView,
  ExportableListCode,
  NoticeView,
} from '@yinuo/contracts'
import { demonstrationRobotKey } from '@yinuo/wechat-sandbox'
import { inertText } from '../../src/platform/workbooks/index.ts'
import { startApp, type TestApp } from '../app.ts'
import { ComplaintStory } from '../complaint-story.ts'
import { Messaging, textsOf } from '../messaging.ts'
import { draftOf, publish } from '../notice-desk.ts'
import type { Person } from '../person.ts'
import { opened } from '../workbook.ts'

/** What people write to hurt, or what others have thought to be meant so: all of it is words, and is kept as it is written. */
const words = [
  '<script>alert(document.cookie)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '<iframe srcdoc="<script>parent.x=1</script>"></iframe>',
  '</p></div><style>*{display:none}</style>',
  '<a href="javascript:alert(1)">点这里</a>',
  '[点这里](javascript:alert(1)) ![](http://evil.example/x.png)',
  '&lt;script&gt; &#60;b&#62; &amp;amp;',
  '{{constructor.constructor("alert(1)")()}} ${title} ${body} {place} <%= 1 %>',
  '=HYPERLINK("http://evil.example","领奖")',
  "+cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '-2+3+cmd|x',
  '＝1+1',
  '<@all> < @all> <@lisi> @所有人',
  "'; DROP TABLE messages; --",
  '\u202e翻转的文字 \u2066隔离\u2069',
  '家庭👨‍👩‍👧‍👦 旗🇨🇳 👍🏽',
  '𠮷野家 㐂 䶮 𪚥 行长长行 叆叇',
  'e\u0301 ﷽ Z̶̮̓a̷͇͝l̴͎̾',
] as const

/** What cannot be stored or shown is refused where it is typed. */
const unstorable = ['坏\u0000字', '\u0000', '响铃\u0007', '半个\ud83d', '\udc4d']

let app: TestApp
let story: ComplaintStory
let messaging: Messaging
let here: string
beforeAll(async () => {
  app = await startApp()
  story = await ComplaintStory.begin(app)
  messaging = new Messaging(app, story.community)
  messaging.calm()
  here = `/communities/${story.community.id}`
  const { smsLimits } = app.sandbox.world.settings
  Object.assign(smsLimits, { perMinute: 1000, perDay: 1000 })
}, 60_000)
afterAll(() => app.close())

const complain = (more: object) => story.resident.post(story.path, story.told(more))
const ask = (text: string) => story.resident.post(`${here}/conversations`, { unitId: story.resident.unitId, text, fileIds: [] })

async function sheetOf(person: Person, list: ExportableListCode): Promise<unknown[]> {
  const answer = await person.post(`${here}/exports`, { list, filters: {} }).buffer(true).parse((response, done) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('end', () => done(null, Buffer.concat(parts)))
  }) // prettier-ignore
  if (answer.status !== 200) throw new Error(`${answer.status} ${(answer.body as Buffer).toString()}`)
  const cells: unknown[] = []
  ;(await opened(answer.body as Buffer)).worksheets[0]!.eachRow((row) => row.eachCell(({ value }) => cells.push(value)))
  return cells
}

describe('words meant to hurt', () => {
  it('[COM-01] are kept as they are in a complaint, a talk and a notice, and calculate nothing in a workbook', async () => {
    const approver = await app.world.staff(story.community, { post: 'project-manager' })
    for (const text of words) {
      const complaint = (await complain({ description: text }).expect(201)).body as ComplaintReceipt
      const seen = (await story.desk.get(`${story.path}/${complaint.id}`).expect(200)).body as ComplaintView
      expect(seen.description).toBe(text)
      const talk = (await ask(text).expect(201)).body as ConversationReceipt
      const heard = (await story.desk.get(`${here}/conversations/${talk.id}`).expect(200)).body as ConversationView
      expect(JSON.stringify(heard)).toContain(JSON.stringify(text).slice(1, -1))
      await story.resident.post(`${here}/conversations/${talk.id}/close`).expect(200)
      const title = [...text].slice(0, 30).join('').trim()
      const notice = await publish(app, story.manager, approver, story.community.id, { title, body: text })
      const read = (await story.resident.get(`/me/notices/${notice.id}`).expect(200)).body as BoardNotice
      expect([read.title, read.body]).toEqual([title, text])
    }
    const titles = words.map((text) => [...text].slice(0, 30).join('').trim())
    for (const [list, texts] of [
      ['complaints', words],
      ['notices', titles],
    ] as const) {
      const cells = await sheetOf(story.manager, list)
      // The reader of the tests undoes entities twice.
      for (const text of texts.filter((each) => !each.includes('&'))) expect(cells).toContain(inertText(text))
      expect(cells.filter((cell) => typeof cell === 'object' && cell !== null && 'formula' in cell)).toEqual([])
    }
  }, 120_000)

  it('[MSG-01] leave by mail, text message, group chat and WeChat as words, and call nobody', async () => {
    const address = 'zhou@example.com'
    const byMail = await messaging.resident()
    await messaging.confirmEmail(byMail, address)
    await messaging.choose(byMail, ['email'])
    const byText = await messaging.resident()
    const byWechat = await messaging.resident()
    await messaging.accept(byWechat, words.length)
    await story.manager
      .put(`${here}/message-channels/robot`, {
        address: `${app.sandboxUrl}/cgi-bin/webhook/send?key=${demonstrationRobotKey}`,
        version: 1,
      })
      .expect(200)
    for (const text of words) {
      const before = messaging.mails(address).length
      await messaging.tell([byMail, byText, byWechat], {
        title: text,
        body: text,
        values: { number: 'YN-1', place: text, note: text },
      })
      await messaging.tell([story.handler], { kind: 'repair.breached', title: text, body: text, urgent: true })
      await messaging.settle()
      app.clock.advance({ minutes: 2 })
      app.sandbox.world.clock.advance(120_000)
      await messaging.settle()

      const mails = messaging.mails(address).slice(before)
      expect(mails).toHaveLength(1)
      const [head, ...parts] = mails[0]!.raw.split('\r\n\r\n')
      expect(head!.split('\r\n').filter((line) => /^(bcc|cc|to|subject):/i.test(line))).toHaveLength(2)
      const html = textsOf(parts).find((part) => part.includes('<!doctype html>'))!
      const tags = [...html.matchAll(/<\/?([a-z!][a-z]*)/gi)].map(([, name]) => name!.toLowerCase())
      expect(tags.filter((name) => !OURS.has(name))).toEqual([])
      expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/)
      expect(messaging.texts(byText).at(-1)!.text).toBe(`【一诺物业】${text}：${text}`)
      const said = app.sandbox.world.groupChats.all().at(-1)!.text
      expect(said).toBe(`${text}\n${text}`.replace(/<(?=\s*@)/g, '＜'))
      expect(said).not.toMatch(/<\s*@/)
      const push = messaging.pushes(byWechat).at(-1) as { lines: { label: string; value: string }[] }
      expect(push.lines.every(({ value }) => [...value].length <= 32 && value.isWellFormed())).toBe(true)
    }
    expect(messaging.pushes(byWechat)).toHaveLength(words.length)
  }, 120_000)

  it('[COM-01] that cannot be stored are refused where they are typed, with the field’s name', async () => {
    for (const text of unstorable) {
      const answers = [
        await complain({ description: text }),
        await ask(text),
        await story.manager.post(`${here}/notices`, draftOf({ title: text })),
        await story.manager.post(`${here}/notices`, draftOf({ body: text })),
      ]
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400])
    }
  })

  it('[MSG-01] without end are refused, and the longest are told whole or cut between characters', async () => {
    const endless = '𠮷'.repeat(20_000)
    for (const answer of [
      await complain({ description: endless }),
      await ask(endless),
      await story.manager.post(`${here}/notices`, draftOf({ body: endless })),
    ])
      // prettier-ignore
      expect(answer.status).toBe(400)
    await messaging.tell([story.handler], { kind: 'repair.breached', title: '超时', body: '𠮷'.repeat(2000), urgent: true })
    app.clock.advance({ minutes: 2 })
    app.sandbox.world.clock.advance(120_000)
    await messaging.settle()
    const said = app.sandbox.world.groupChats.all().at(-1)!.text
    expect(Buffer.byteLength(said)).toBeLessThanOrEqual(2048)
    expect(said.isWellFormed()).toBe(true)
  })
})

describe('fields nobody may set', () => {
  it('[ORG-05] are refused as a whole, and nothing is written', async () => {
    const stolen = [
      { tenantId: story.community.id },
      { companyId: story.community.companyId },
      { communityId: story.community.id },
      { state: 'archived' },
      { number: 'T1' },
      { assigneeId: story.handler.staffId },
      { reporterName: '别人' },
      { closedAt: '2026-01-01T00:00:00Z' },
      { role: 'project-manager' },
      { paidAt: '2026-01-01T00:00:00Z' },
      { version: 9 },
    ]
    const count = async () =>
      (
        await app.owner.query<{ all: number }>(
          'SELECT (SELECT count(*) FROM cases)::int + (SELECT count(*) FROM notices)::int AS all',
        )
      ).rows[0]!.all
    const before = await count()
    for (const field of stolen) {
      const notice = draftOf()
      const answers = [
        await complain({ description: '正常的内容', ...field }),
        await story.resident.post(`${here}/conversations`, {
          unitId: story.resident.unitId,
          text: '你好',
          fileIds: [],
          ...field,
        }),
        await story.manager.post(`${here}/notices`, { ...notice, ...field }),
        await story.manager.post(`${here}/notices`, { ...notice, audience: { ...notice.audience, ...field } }),
      ]
      expect({ field, statuses: answers.map(({ status }) => status) }).toEqual({ field, statuses: [400, 400, 400, 400] })
    }
    expect(await count()).toBe(before)
  })

  it('[NTC-01] of somebody else’s notice stay theirs: an edit names its version and nothing more', async () => {
    const notice = (await story.manager.post(`${here}/notices`, draftOf()).expect(201)).body as NoticeView
    const forged = {
      ...draftOf({ title: '改过' }),
      version: notice.version,
      state: 'published',
      publishedAt: '2026-01-01T00:00:00Z',
    }
    await story.manager.put(`${here}/notices/${notice.id}`, forged).expect(400)
    expect((await story.manager.get(`${here}/notices/${notice.id}`).expect(200)).body).toMatchObject({
      state: 'draft',
      title: notice.title,
    })
  })
})

const OURS = new Set(['!doctype', 'html', 'head', 'meta', 'title', 'body', 'div', 'p', 'br'])
