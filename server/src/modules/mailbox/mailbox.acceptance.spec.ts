import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Problem } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { LetterStory } from '../../../test/letter-story.ts'

let app: TestApp
let story: LetterStory
beforeAll(async () => {
  app = await startApp()
  story = await LetterStory.begin(app)
})
afterAll(() => app.close())
beforeEach(() => app.sandbox.world.faults.clear())

let version = 1
/** Saves other settings, and counts the version on. */
const set = (more: object) => story.complaints.manager.put(`${story.path}/mailbox`, story.settings({ version, ...more }))
const test = async () => (await story.complaints.manager.post(`${story.path}/mailbox/test`)).body as Problem

describe('the mailbox of a community', () => {
  it('[COM-01] is set by who manages messages; its password is sealed, never shown, and stays when none is given', async () => {
    const { manager, desk } = story.complaints
    await desk.put(`${story.path}/mailbox`, story.settings()).expect(403)
    await set({ version: 7 }).expect(409)
    await set({ password: undefined, username: 'somebody-else' }).expect(400)
    const answer = await set({ password: undefined, active: false }).expect(200)
    version++
    expect(answer.text).not.toContain('sandbox-mailbox')
    const { rows } = await app.owner.query<{ text: string }>(
      `SELECT sealed_password AS text FROM mailboxes UNION ALL
       SELECT coalesce(before::text, '') || after::text FROM audit_entries WHERE action = 'letters.set-mailbox'`,
    )
    expect(rows.map(({ text }) => text).join()).not.toContain('sandbox-mailbox')
    await story.write({ subject: '停用时寄来的' })
    expect(await story.poll()).toBe(0)
    await set({ active: true }).expect(200)
    version++
    expect(await story.poll()).toBe(1)
    await manager.get(`${story.path}/mailbox`).expect(200)
  })

  it('[COM-01] is tried by a button that says in Chinese what is wrong', async () => {
    await story.complaints.manager.post(`${story.path}/mailbox/test`).expect(204)
    await set({ password: 'another' }).expect(200)
    version++
    expect((await test()).detail).toContain('授权码')
    await set({ folder: '不存在' }).expect(200)
    version++
    expect((await test()).detail).toContain('没有文件夹“不存在”')
    await set({ port: 1 }).expect(200)
    version++
    expect((await test()).detail).toContain('端口')
    await set({}).expect(200)
    version++
    await story.poll()
  })

  it.each([
    { host: '10.0.0.5' },
    { host: 'imap.example.com', port: 25 },
    { host: 'imap.example.com', encryption: 'none', port: 143 },
  ])('[COM-01] may not be at %o', async (place) => {
    await set({ encryption: 'tls', port: 993, ...place }).expect(place.host === '10.0.0.5' ? 200 : 422)
    if (place.host !== '10.0.0.5') return
    version++
    expect((await test()).detail).toContain('公网')
    await set({}).expect(200)
    version++
  })

  it('[COM-01] shared by two communities gives each the letters to its own address, and the rest to one of them', async () => {
    const elsewhere = await app.world.community({ companyId: story.complaints.community.companyId })
    const manager = await app.world.staff(elsewhere, { post: 'project-manager' })
    await story.set({ address: 'tousu+guangchang@yinuo.example', takesOthers: false }, `/communities/${elsewhere.id}`, manager)
    await story.write({ to: 'tousu+guangchang@yinuo.example', subject: '给广场的' })
    await story.write({ subject: '给花园的' })
    await story.write({ to: 'info@yinuo.example', subject: '没写小区的' })
    await story.poll(2)
    const here = (await story.list()).map(({ subject }) => subject)
    const answer = await manager.get(`/communities/${elsewhere.id}/letters`).expect(200)
    const there = (answer.body as { items: { subject: string }[] }).items.map(({ subject }) => subject)
    expect(there).toEqual(['给广场的'])
    expect(here).toEqual(expect.arrayContaining(['给花园的', '没写小区的']))
    expect(here).not.toContain('给广场的')
    await app.owner.query('UPDATE mailboxes SET active = false WHERE community_id = $1', [elsewhere.id])
  })
})

describe('a mail server that fails', () => {
  it('[COM-01] down for an hour: it is asked less and less often, the console says since when, and nothing is lost', async () => {
    await story.poll()
    const before = (await story.list()).length
    await story.write({ subject: '停机前寄到的' })
    await app.sandbox.world.mailbox.down()
    const since = app.clock.now()
    for (let minute = 0; minute < 60; minute++) await story.poll()
    const state = await story.state()
    expect(state).toMatchObject({ failure: '服务器没有在这个端口上收信，请核对端口' })
    expect(Date.parse(state.failingSince!) - since.getTime()).toBeLessThanOrEqual(60_000)
    const { rows } = await app.owner.query<{ failures: number }>('SELECT failures FROM mailboxes WHERE active')
    expect(rows[0]!.failures).toBeLessThan(10)
    await app.sandbox.world.mailbox.up()
    await story.write({ subject: '恢复后寄到的' })
    for (let minute = 0; minute < 16; minute++) await story.poll()
    expect((await story.list()).length).toBe(before + 2)
    expect(await story.state()).toMatchObject({ failingSince: null, failure: null })
  })

  it('[COM-01] in the middle of a letter: it comes in whole at the next poll, once', async () => {
    const before = (await story.list()).length
    await story.write({ subject: '读到一半断线' })
    app.sandbox.world.faults.order({ endpoint: 'imap', kind: 'reset', times: 1 })
    expect(await story.poll()).toBe(0)
    expect((await story.state()).failure).toContain('中断')
    expect(await story.poll(2)).toBe(1)
    expect((await story.list()).length).toBe(before + 1)
  })

  it('[COM-01] a server of ours that dies between reading and writing loses nothing and doubles nothing', async () => {
    const before = (await story.list()).length
    const cases = async () => (await app.owner.query(`SELECT 1 FROM cases WHERE channel = 'email'`)).rows.length
    const opened = await cases()
    // The complaint is written and its letter is not: what a cut connection leaves behind.
    await app.owner.query(`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
      CREATE TRIGGER dies BEFORE INSERT ON letters FOR EACH ROW EXECUTE FUNCTION die();
      ALTER FUNCTION die() SECURITY DEFINER`)
    await story.write({ subject: '写到一半断电' })
    expect(await story.poll()).toBe(0)
    expect(await cases()).toBe(opened)
    await app.owner.query('DROP TRIGGER dies ON letters; DROP FUNCTION die()')
    expect(await story.poll(2)).toBe(1)
    expect(await cases()).toBe(opened + 1)
    expect((await story.list()).length).toBe(before + 1)
  })

  it('[COM-01] somebody who took the mailbox to read and died is replaced', async () => {
    await story.write({ subject: '前一台服务器死了' })
    await app.owner.query('UPDATE mailboxes SET next_poll_at = $1 WHERE active', [new Date(app.clock.now().getTime() + 600_000)])
    expect(await story.poll(5)).toBe(0)
    expect(await story.poll(6)).toBe(1)
  })
})
