import { afterEach, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { Call } from '@yinuo/api-client'
import type { RepairView } from '@yinuo/contracts'
import { asOffice } from '../api.ts'
import { eventually } from '../eventually.ts'
import { Office } from '../people/office.ts'
import { ownMark, registerRepair, withdrawRepairsMarked } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('what the office keeps', () => {
  const mark = ownMark()

  afterEach(async () => {
    await withdrawRepairsMarked(mark)
    const call = await asOffice('supervisor')
    const views = await call('GET /me/saved-views', { query: { page: 'repairs' } })
    const others = views.filter(({ name }) => !name.includes(mark))
    await call('PUT /me/saved-views/{page}', { path: { page: 'repairs' }, body: others })
  })

  it(
    'a view of the queue, saved under a name and there again tomorrow',
    walk(async (visitor) => {
      const view = `我的 ${mark}`
      const { number } = await registerRepair({ room: '1号楼1单元302', category: 'doors', description: `纱窗破了，电话 ${mark}` })
      const office = await Office.open(await visitor(), 'supervisor')
      await office.goTo('报修')
      await office.page.getByLabel('搜索报修').fill(mark)
      await office.button('存为视图').click()
      await office.page.getByPlaceholder(/视图名称/).fill(view)
      await office.button('保存', office.dialog('存为视图')).click()
      await office.page.getByRole('button', { name: view, exact: true }).waitFor()

      await office.goTo('调度台')
      await office.goTo('报修')
      await office.page.reload()
      await office.page.getByRole('button', { name: view, exact: true }).click()
      await eventually(async () => expect(await office.page.getByRole('row').filter({ hasText: mark }).count()).toBe(1))
      await office.shows(number)
    }),
  )

  it(
    '[ORG-03] codes, printed as a sheet',
    walk(async (visitor) => {
      const office = await Office.open(await visitor(), 'frontdesk')
      await office.goTo('二维码')
      await office.page.getByText('楼栋码', { exact: true }).first().click()
      const rows = office.page.getByRole('checkbox', { name: /^选中 / })
      await rows.first().check()
      await rows.nth(1).check()
      await keepScreenshot(office.page, 'console-codes')
      const answer = office.page.waitForResponse(/\/code-sheets$/)
      const tab = office.page.waitForEvent('popup')
      await office.button('打印 2 个').click()
      expect((await answer).headers()['content-type']).toContain('application/pdf')
      // This browser has no reader for PDF and takes the tab's content for a download.
      const sheet = await (await tab).waitForEvent('download')
      expect(
        readFileSync(await sheet.path())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }),
  )

  it(
    '[ORG-06] who did what, with what it was before and after',
    walk(async (visitor) => {
      const receipt = await registerRepair({ room: '1号楼1单元302', category: 'doors', description: `门吸掉了，电话 ${mark}` })
      const office = await Office.open(await visitor(), 'manager')
      await office.goTo('操作记录')
      await office.page.getByLabel('操作人').fill('何静')
      await office.page.getByLabel('对象').fill(receipt.id)
      const row = office.page.getByRole('row').filter({ hasText: '何静' })
      await eventually(async () => expect(await row.count()).toBe(1))
      await office.button('对比', row).click()
      await office.page
        .getByRole('dialog')
        .getByText(/门吸掉了/)
        .first()
        .waitFor()
    }),
  )

  it(
    '[REP-03][STD-02] a case that nobody could take, with its clock running all the same',
    walk(async (visitor) => {
      const call = await asOffice('hq')
      const orphan = await oneRepair(call, '一诺中心', { state: 'reported' })
      expect(orphan.assignee).toBeNull()
      expect(orphan.clocks.map(({ name }) => name)).toContain('respond')
      const office = await Office.open(await visitor(), 'hq')
      await office.openCase(orphan)
      await office.shows('还没有派给任何人。')
      await office.shows(/暂时没有派出：没有在岗且有“泥瓦防水”资质的人员/)
      await office.shows(/还剩|已超时/)
    }),
  )

  it(
    '[REP-03] a case that is late, and how far it has climbed',
    walk(async (visitor) => {
      const call = await asOffice('hq')
      const late = await oneRepair(call, '一诺花园', { late: true })
      expect(late.clocks.map(({ escalatedTo }) => escalatedTo)).toContain('升级至主管')
      expect(late.timeline.map(({ kind }) => kind)).toContain('clock-step')
      const office = await Office.open(await visitor(), 'hq')
      await office.openCase(late)
      await office.shows(/已超时/)
      await office.shows('升级至主管')
      await office.shows(/超时，已升级至主管/)
    }),
  )
})

async function oneRepair(call: Call, community: string, query: { state?: string; late?: boolean }): Promise<RepairView> {
  const communityId = (await call('GET /communities')).find(({ name }) => name === community)?.id ?? ''
  const { items } = await call('GET /communities/{communityId}/repairs', { path: { communityId }, query })
  const views = await Promise.all(
    items.map(({ id }) => call('GET /communities/{communityId}/repairs/{id}', { path: { communityId, id } })),
  )
  const found = views.find(({ timeline }) => timeline.some(({ kind }) => ['undispatched', 'clock-step'].includes(kind)))
  if (!found) throw new Error(`The demonstration company has no such repair in ${community}`)
  return found
}
