import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RepairReceipt, Urgency } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import { RepairStory } from '../../../test/repair-story.ts'
import { ClockScan } from '../cases/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('clocks', () => {
  it.each([
    ['A', 'routine', 15, 24 * 60],
    ['B', 'routine', 30, 48 * 60],
    ['B', 'urgent', 15, 48 * 60],
    ['C', 'routine', 120, null],
    ['C', 'emergency', 5, null],
  ] as const)(
    '[STD-02] preset %s, %s: respond in %s min, resolve in %s min',
    async (preset, urgency: Urgency, respond, resolve) => {
      const told = await RepairStory.begin(app, preset)
      const view = await told.read(told.resident, await told.report({ urgency }))
      const minutes = Object.fromEntries(view.clocks.map((clock) => [clock.name, clock.targetMinutes]))
      expect(minutes.respond).toBe(respond)
      expect(minutes.resolve ?? null).toBe(resolve)
    },
  )

  it('[STD-02] keeps the figure a running case started under when another standard is adopted', async () => {
    const told = await RepairStory.begin(app, 'A')
    const manager = await app.world.staff(told.community, { post: 'project-manager', skills: [] })
    const before = await told.report()
    const adoption = { preset: 'C', overrides: {}, effectiveFrom: app.clock.now().toISOString(), reason: '改用流程标准' }
    await manager.put(`/communities/${told.community.id}/standard`, adoption).expect(200)
    app.clock.advance({ seconds: 1 })
    const after = await told.report()
    const respond = async (repair: RepairReceipt) =>
      (await told.read(told.resident, repair)).clocks.find((clock) => clock.name === 'respond')?.targetMinutes
    expect(await respond(before)).toBe(15)
    expect(await respond(after)).toBe(120)
  })

  it('[STD-02] a small repair of preset A is due on the same day', async () => {
    const told = await RepairStory.begin(app, 'A')
    const view = await told.read(told.resident, await told.report({ category: 'taps' }))
    expect(view.clocks.find((clock) => clock.name === 'resolve')?.dueAt).toBe('2026-11-21T16:00:00.000Z')
  })

  it('[REP-04] climbs from assignee to supervisor, project manager and company when nobody takes it', async () => {
    const told = await RepairStory.begin(app, 'B')
    const manager = await app.world.staff(told.community, { post: 'project-manager', skills: [] })
    const headOffice = await app.world.staff(told.community, { post: 'head-office', skills: [] })
    const repair = await told.report({ category: 'lift', urgency: 'emergency' })
    const kinds = async (person: Person) => {
      const { body } = await person.get('/me/messages').expect(200)
      return (body as { items: { kind: string }[] }).items
        .map((message) => message.kind)
        .filter((kind) => kind !== 'repair.undispatched')
    }
    app.clock.advance({ minutes: 11 })
    await app.deliver()
    expect(await kinds(told.supervisor)).toEqual(['repair.warned'])
    app.clock.advance({ minutes: 4 })
    await app.deliver()
    expect(await kinds(told.supervisor)).toEqual(['repair.breached', 'repair.warned'])
    expect(await kinds(manager)).toEqual([])
    app.clock.advance({ minutes: 8 })
    await app.deliver()
    expect(await kinds(manager)).toEqual(['repair.breached'])
    app.clock.advance({ minutes: 8 })
    await app.deliver()
    expect(await kinds(headOffice)).toEqual(['repair.breached'])
    const view = await told.read(told.supervisor, repair)
    expect(view.late).toBe(true)
    expect(view.timeline.map((event) => event.text).filter((text) => text.includes('响应'))).toEqual([
      '响应时限将到，已提醒处理人',
      '响应超时，已升级至主管',
      '响应仍未完成，已升级至项目经理',
      '响应仍未完成，已升级至公司',
    ])
  })

  it('[REP-04] records every step a standstill left behind, once, with two servers scanning', async () => {
    const told = await RepairStory.begin(app, 'B')
    const repair = await told.report({ category: 'lift', urgency: 'emergency' })
    app.clock.advance({ hours: 1 })
    const other = await app.replica()
    await Promise.all([app.nest.get(ClockScan).run(), other.get(ClockScan).run(), app.nest.get(ClockScan).run()])
    await app.deliver()
    const view = await told.read(told.supervisor, repair)
    const steps = view.timeline.filter((event) => event.kind === 'clock-step')
    expect(steps.map((event) => event.text)).toHaveLength(new Set(steps.map((event) => event.text)).size)
    expect(steps).toHaveLength(4)
  })

  it('[REP-04] stands still while waiting for parts, with the reason on record', async () => {
    const told = await RepairStory.begin(app, 'A')
    const repair = await told.report()
    await told.act(told.engineer, repair, 'accept')
    const before = (await told.read(told.engineer, repair)).clocks.find((clock) => clock.name === 'resolve')!
    await told.act(told.engineer, repair, 'wait', { for: 'parts', reason: '阀芯缺货' })
    const paused = await told.read(told.resident, repair)
    expect(paused.clocks.find((clock) => clock.name === 'resolve')).toMatchObject({
      state: 'paused',
      pausedBecause: '等配件：阀芯缺货',
    })
    app.clock.advance({ hours: 10 })
    await told.act(told.engineer, repair, 'resume')
    const after = (await told.read(told.engineer, repair)).clocks.find((clock) => clock.name === 'resolve')!
    expect(new Date(after.dueAt).getTime() - new Date(before.dueAt).getTime()).toBe(10 * 3600_000)
    expect((await told.read(told.engineer, repair)).timeline.map((event) => event.text)).toContain('暂停，等配件：阀芯缺货')
  })
})
