import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asPhone } from '../api.ts'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { ownMark, theRepairMarked, withdrawRepairsMarked } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()
const home = '3号楼2单元601'

describe('a return visit', () => {
  const mark = ownMark()

  beforeEach(() => phonesAtRest('lin', 'he'))
  afterEach(() => withdrawRepairsMarked(mark))

  it(
    '[NTC-08] reaches a household by the plan, as it wished, and what is found there becomes a case',
    walk(async (visitor) => {
      const manager = await Office.open(await visitor(), 'manager')
      await manager.goTo('回访')
      await openRound(manager, '3号楼')
      await assign(manager, { building: '3号楼', to: '何静' })

      const lin = await openPhone(await visitor(), 'lin', await householdPage())
      await lin.shows(/那周上门回访$/)
      await lin.shows(/回访人：何静/)
      await lin.tap('选择回访方式')
      await lin.tap('电话')
      await lin.tap('晚上')
      await lin.tap('确定')
      await lin.shows(/您希望：电话 · 晚上/)

      const he = await openPhone(await visitor(), 'he')
      await he.tap('回访')
      await he.tap('我的全部')
      await he.fill('房号', '3-2-601')
      await he.tap(new RegExp(`^${home} 林晓梅`))
      await he.shows('电话 · 晚上')
      await he.tap('登记回访')
      await he.tapInSheet('电话')
      await he.tapInSheet('已见到或已通话')
      await he.fill('受访人', '业主本人')
      await he.tapInSheet('4 星，满意')
      await he.write(/说了什么、看到什么/, '厨房龙头关不紧')
      await he.tapInSheet('登记')
      await he.shows('电话：已见到或已通话')
      await he.tap('转报修')
      await he.tapInSheet('龙头洁具')
      await he.write('什么事、在哪里', `厨房龙头关不紧，一直滴水，电话 ${mark}`)
      await he.tapInSheet('登记')
      await he.shows('由这次回访登记')
      await keepScreenshot(he.page, 'staff-visit')

      const repair = await theRepairMarked(mark)
      expect(repair).toMatchObject({ category: 'taps', placeLabel: home, reporterName: '林晓梅' })
      await manager.page.reload()
      await manager.page.getByLabel('搜房号').fill('3-2-601')
      await manager.page
        .getByRole('row')
        .filter({ hasText: home })
        .filter({ hasText: '4 分' })
        .getByRole('button', { name: home })
        .click()
      await manager
        .dialog(`回访 · ${home}`)
        .getByRole('link', { name: new RegExp(repair.number) })
        .waitFor()
      await keepScreenshot(manager.page, 'console-visit')
      await lin.kill()
      await lin.shows(/您给了 4 分/)
      await lin.tap(new RegExp(`${repair.number}$`))
      await lin.shows(new RegExp(mark))
    }),
  )
})

async function householdPage(): Promise<string> {
  const { homes } = await (await asPhone('lin'))('GET /me')
  const { communityId, unitId } = homes.find(({ unitLabel }) => unitLabel === home)!
  return `pages/household/index?communityId=${communityId}&unitId=${unitId}`
}

async function openRound(office: Office, building: string): Promise<void> {
  await office.button('开始一轮').first().click()
  const drawer = office.dialog('开始一轮回访')
  await drawer.getByLabel('楼栋').click()
  await office.page.getByTitle(building, { exact: true }).click()
  await office.page.keyboard.press('Escape')
  await office.button('开始', drawer).click()
  await office.shows(/^第 \d+ 轮已开始，共 \d+ 户$/)
}

async function assign(office: Office, { building, to }: { building: string; to: string }): Promise<void> {
  await office.button('按楼栋分派').click()
  const dialog = office.dialog('按楼栋分派')
  await dialog.getByLabel('楼栋').click()
  await office.page.getByTitle(new RegExp(`^${building}（`)).click()
  await office.page.keyboard.press('Escape')
  await dialog.getByRole('checkbox', { name: '只分还没有负责人的' }).uncheck()
  await dialog.getByLabel('负责人', { exact: true }).click()
  await office.page.getByTitle(new RegExp(`^${to}（`)).click()
  await office.button('分派', dialog).click()
  await dialog.waitFor({ state: 'hidden' })
}
