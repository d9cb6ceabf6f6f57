import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Skill } from '@yinuo/contracts'
import { eventually } from '../eventually.ts'
import { Office } from '../people/office.ts'
import { dispatched, dispatchTo, ownMark, readRepair, registerRepair, withdrawRepairsMarked } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { changeSkills, skillsOf } from '../staff.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()
const room = '1号楼1单元302'

describe('dispatch from the office', () => {
  const mark = ownMark()
  const airman = '吴斌'
  let skills: Skill[]

  beforeEach(async () => {
    skills = await skillsOf(airman)
  })
  afterEach(async () => {
    await changeSkills(airman, skills)
    await withdrawRepairsMarked(mark)
  })

  it(
    '[REP-02] gives a case to another by hand, with the reasons of each to see',
    walk(async (visitor) => {
      const receipt = await registerRepair({ room, category: 'water-leak', description: `洗衣机进水管漏水，电话 ${mark}` })
      await dispatchTo(receipt, '张建国')
      const office = await Office.open(await visitor(), 'manager')
      await office.findCase(mark)
      await office.button('改派', office.dialog(/^报修 /)).click()
      const dialog = office.dialog('改派他人')
      await dialog
        .getByText(/有“给排水”资质/)
        .first()
        .waitFor()
      await dialog.getByText('推荐').waitFor()
      await dialog.getByRole('radio', { name: /^李强/ }).click()
      await office.button('派给李强', dialog).click()
      await office.shows(`${receipt.number} 已派给李强`)
      const repair = await readRepair(receipt)
      expect(repair).toMatchObject({ state: 'assigned', assignee: { name: '李强' } })
      await office
        .dialog(/^报修 /)
        .getByText(/派给李强/)
        .first()
        .waitFor()
    }),
  )

  it(
    '[REP-02] sends several at once that nobody could be found for, after a look at who would get what',
    walk(async (visitor) => {
      await changeSkills(
        airman,
        skills.filter((skill) => skill !== 'air-conditioning'),
      )
      const receipts = [
        await registerRepair({ room, category: 'air-conditioning', description: `客厅空调不制冷，电话 ${mark}` }),
        await registerRepair({ room, category: 'air-conditioning', description: `卧室空调滴水，电话 ${mark}` }),
      ]
      for (const receipt of receipts) expect((await dispatched(receipt)).state).toBe('reported')
      await changeSkills(airman, skills)

      const office = await Office.open(await visitor(), 'manager')
      await office
        .column('待派单')
        .getByRole('article', { name: receipts[0]?.number ?? '' })
        .waitFor()
      await keepScreenshot(office.page, 'console-board')
      await office.goTo('报修')
      await office.page.getByRole('button', { name: '待派单', exact: true }).click()
      for (const { number } of receipts) await office.page.getByRole('checkbox', { name: `选中 ${number}` }).check()
      await office.button('批量派单（2）').click()
      const preview = office.dialog('批量派单：2 件')
      await preview
        .getByText(/吴斌 · 手上/)
        .first()
        .waitFor()
      await office.button('确认派出 2 件', preview).click()
      await eventually(async () => expect(await preview.getByText('已派出').count()).toBe(2))
      for (const receipt of receipts)
        expect(await readRepair(receipt)).toMatchObject({ state: 'assigned', assignee: { name: airman } })
    }),
  )
})
