import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { startApp, type TestApp } from '../../../test/app.ts'
import { batchOf, ImportStory } from '../../../test/import-story.ts'
import type { Person } from '../../../test/person.ts'
import { home, workbookOf } from '../../../test/workbook.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { eventually } from '../../../test/eventually.ts'
import { Jobs } from '../../platform/jobs/index.ts'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { ForgetWorkbooks } from './index.ts'

let app: TestApp
let story: ImportStory
let community: TestCommunity
let manager: Person
let here: string
beforeAll(async () => {
  app = await startApp()
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  story = await ImportStory.begin(app)
  ;({ community, manager, here } = story)
})

describe('undoing an import', () => {
  it('[ORG-02] leaves what was changed or used since, with the reason', async () => {
    const batch = await story.applied([home(101), home(102), home(103, { building: '2号楼' }), home(104, { building: '2号楼' })])
    const { rows } = await app.owner.query<{ id: string; label: string }>('SELECT id, label FROM units WHERE community_id = $1', [community.id]) // prettier-ignore
    const unit = (label: string) => rows.find((row) => row.label === label)!.id
    await app.owner.query('UPDATE units SET state = $2, version = version + 1 WHERE id = $1', [unit('1号楼1单元101'), 'let'])
    const stranger = await app.world.stranger()
    await app.owner.query('UPDATE residents SET account_id = $2 WHERE community_id = $1 AND name = $3', [community.id, stranger.accountId, '住户102']) // prettier-ignore
    const place = { kind: 'unit', id: unit('2号楼1单元103') }
    const report = { place, category: 'taps', urgency: 'routine', description: '龙头滴水', fileIds: [], reporter: { name: '王', phone: '13912345678' } } // prettier-ignore
    expect((await manager.post(`${here}/repairs`, report)).status).toBe(201)

    const back = await story.undone(batch)
    expect(back.state).toBe('undone')
    const { body } = await manager.get(`${here}/imports/${batch.id}/leftovers?limit=100`)
    expect(body.items.map(({ kind, label, reason }: Record<string, string>) => `${kind} ${label}：${reason}`).sort()).toEqual([
      'buildings 2号楼：已有工单',
      'residencies 1号楼1单元102 住户102：住户已绑定微信账号',
      'residents 住户102：已绑定微信账号',
      'units 1号楼1单元101：导入之后有人修改过',
      'units 1号楼1单元102：还有人登记在此',
      'units 2号楼1单元103：已有工单',
    ])
    expect(await story.archive()).toMatchObject({ residents: 1, units: [['1号楼1单元101'], ['1号楼1单元102'], ['2号楼1单元103']].map((label) => expect.arrayContaining(label)) }) // prettier-ignore
  })

  it('[ORG-02] happens once, with an entry in the record, and not before the import or after a month', async () => {
    const batch = await story.checked([home(101)])
    const early = await story.undoing(batch)
    expect(early.body).toMatchObject({ code: 'IMPORT_STATE', detail: expect.stringContaining('待确认') })
    const done = await story.appliedNow(batch)
    const both = await Promise.all([1, 2].map(() => story.undoing(done)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    await app.deliver()
    const { rows } = await app.owner.query('SELECT action, actor_name FROM audit_entries WHERE subject_id = $1 ORDER BY at, id', [batch.id]) // prettier-ignore
    expect(rows.map(({ action }) => action).sort()).toEqual(['archive.import', 'archive.import-undo', 'imports.apply', 'imports.undo', 'imports.upload']) // prettier-ignore
    expect(rows.every(({ actor_name }) => actor_name === manager.name)).toBe(true)

    const old = await story.applied([home(101)])
    app.clock.advance({ days: 31 })
    const late = await story.undoing(old)
    expect([late.status, late.body.code]).toEqual([410, 'IMPORT_FORGOTTEN'])
    await app.nest.get(ForgetWorkbooks).run()
    expect(await story.now(old.id)).toMatchObject({ keepsFile: false, undoableUntil: null, state: 'applied' })
    const kept = await app.owner.query('SELECT 1 FROM import_changes WHERE batch_id = $1', [old.id])
    expect(kept.rowCount).toBe(0)
    expect((await manager.get(`${here}/imports/${old.id}/report`)).body.code).toBe('IMPORT_FORGOTTEN')
  })

  it('[ORG-02] is the only way in which residents, vehicles and what else it made are removed', async () => {
    await story.applied([home(101)])
    const client = new pg.Client(app.databases.appUrl)
    await client.connect()
    await client.query(`SET app.communities = '${community.id}'`)
    for (const table of ['vehicles', 'parking_spaces', 'residencies', 'residents', 'buildings'])
      expect((await client.query(`DELETE FROM ${table}`)).rowCount).toBe(0)
    await client.end()
  })
})

describe('an import that is interrupted or asked for twice', () => {
  it('[ORG-02] is applied once, however often it is asked for', async () => {
    const batch = await story.checked([home(101), home(102)])
    const key = randomUUID()
    const answers = await Promise.all([story.applying(batch), story.applying(batch), story.applying(batch, 'all', key)])
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    await app.deliver()
    expect(await story.now(batch.id)).toMatchObject({ state: 'applied', counts: { unitsAdded: 2 } })
    const { rows } = await app.owner.query(`SELECT count(*)::int AS count FROM audit_entries WHERE subject_id = $1 AND action = 'archive.import'`, [batch.id]) // prettier-ignore
    expect(rows).toEqual([{ count: 1 }])
  })

  it('[ORG-02] sent twice under one key is one batch', async () => {
    const key = randomUUID()
    const content = await workbookOf([home(101)])
    const first = await batchOf(story.sending(content, { key }))
    expect((await batchOf(story.sending(content, { key }))).id).toBe(first.id)
    expect((await manager.get(`${here}/imports`)).body.items.length).toBe(1)
  })

  it('[ORG-02] killed in the middle of writing leaves nothing behind, and the next try completes it', async () => {
    const before = await story.archive()
    const batch = await story.checked(Array.from({ length: 50 }, (_, index) => home(101 + index)))
    await batchOf(story.applying(batch))
    await app.nest.get(OutboxRelay).deliverDue()
    const holder = await app.owner.connect()
    await holder.query('BEGIN; LOCK TABLE residencies IN SHARE MODE')
    const working = app.nest.get(Jobs).runDueJobs()
    const writer = await eventually(async () => {
      const { rows } = await holder.query<{ pid: number }>(
        `SELECT pid FROM pg_locks WHERE relation = 'residencies'::regclass AND NOT granted AND mode = 'RowExclusiveLock'`,
      )
      return rows[0]!.pid
    })
    expect(await story.now(batch.id)).toMatchObject({ state: 'applying', stage: 'writing', rowsDone: 50, rowsTotal: 50 })
    await holder.query('SELECT pg_terminate_backend($1)', [writer])
    await working
    await holder.query('ROLLBACK')
    holder.release()
    expect(await story.archive()).toEqual(before)
    expect(await story.now(batch.id)).toMatchObject({ state: 'applying' })
    await app.nest.get(Jobs).runDueJobs({ ahead: true })
    expect(await story.now(batch.id)).toMatchObject({ state: 'applied', counts: { unitsAdded: 50 } })
  })
})
