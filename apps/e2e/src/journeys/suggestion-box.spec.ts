import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asOffice } from '../api.ts'
import { theComplaintMarked } from '../complaints.ts'
import { approveAndPublish, withdrawNotices } from '../notices.ts'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { garden, ownMark } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()
const results = '意见箱意见办理情况'

describe('a slip out of the suggestion box', () => {
  const mark = ownMark()
  const said = `南门长椅的漆掉了，扎手。3号楼2单元601 林晓梅 ${mark}`

  beforeEach(() => phonesAtRest('lin', 'he'))
  afterEach(() => withdrawNotices(results))

  it(
    '[COM-05] is written down at the box, and its result is read by everybody without a name',
    walk(async (visitor) => {
      const he = await openPhone(await visitor(), 'he')
      await he.tap('意见箱')
      await he.tap('开箱')
      await he.fill('见证人', '业主代表 林女士')
      await he.fill('几张', '1')
      await he.tapInSheet('登记开箱')
      await he.shows('第 1 张，共 1 张')
      await he.tap('设施设备')
      await he.write('照纸条上的原话记', said)
      await he.tap('登记这一张')
      await he.shows('1 张已登记完')
      await keepScreenshot(he.page, 'staff-box-opening')
      expect(await theComplaintMarked(mark)).toMatchObject({
        channel: 'suggestion-box',
        sort: 'suggestion',
        reporterName: '未留名',
      })

      const desk = await Office.open(await visitor(), 'frontdesk')
      await desk.goTo('结果公布')
      await desk.button('起草意见箱结果').click()
      await desk.page.getByRole('heading', { name: new RegExp(results), level: 1 }).waitFor()
      await desk.shows(/南门长椅的漆掉了，扎手/)
      await desk.button('提交审核').click()
      await desk.shows('待审核')
      const manager = await Office.open(await visitor(), 'manager')
      await manager.page.goto(desk.page.url())
      await approveAndPublish(manager)

      const lin = await openPhone(await visitor(), 'lin', 'pages/messages/index')
      await lin.showsAnew(new RegExp(results))
      await lin.words(new RegExp(results)).click()
      await lin.shows(/南门长椅的漆掉了，扎手/)
      await keepScreenshot(lin.page, 'phone-box-results')
      const read = await lin.page.locator('.taro_page').last().innerText()
      expect(read).toContain('开箱情况')
      for (const trace of [mark, '林晓梅', '2单元601']) expect(read).not.toContain(trace)
    }),
  )
})

describe('the way to the office', () => {
  const mark = ownMark()
  const question = `装修垃圾放哪里 ${mark}`

  beforeEach(() => phonesAtRest('lin'))
  afterEach(async () => {
    const call = await asOffice('manager')
    const path = { communityId: (await garden()).id }
    const { email, frontDesk, officialAccount, committee, note, version } = await call(
      'GET /communities/{communityId}/contact-sheet',
      { path },
    )
    const body = { email, frontDesk, officialAccount, committee, note: note.replace(`（${mark}）`, ''), version }
    await call('PUT /communities/{communityId}/contact-sheet', { path, body })
  })

  it(
    '[COM-01] stands on the phone as the office wrote it, and what is asked by telephone is in the log',
    walk(async (visitor) => {
      const manager = await Office.open(await visitor(), 'manager')
      await manager.goTo('小区资料')
      const note = manager.page.getByLabel('补充说明')
      await note.fill(`${await note.inputValue()}（${mark}）`)
      await manager.button('保存联系方式').click()
      await manager.shows(/^已保存，住户/)
      const lin = await openPhone(await visitor(), 'lin')
      await lin.tap(/怎么找到我们/)
      await lin.shows(new RegExp(mark))
      await lin.button(`拨打 ${(await garden()).hotline}`).waitFor()

      const desk = await Office.open(await visitor(), 'frontdesk')
      await desk.goTo('热线登记')
      await desk.button('登记来电').first().click()
      const form = desk.dialog('登记来电')
      await form.getByLabel('查找住户').fill('3-2-601')
      await desk.page.getByTitle('3号楼2单元601').click()
      await form.getByRole('radio', { name: /林晓梅（业主）/ }).waitFor()
      await form.getByLabel('说了什么').fill(question)
      await form.getByText('当场答复了').click()
      await form.getByLabel('怎么答复的').fill('北门装修垃圾池，请装袋投放。')
      await desk.button('登记', form).click()
      await desk.shows(/已登记，请告诉来电人编号 /)
      await desk.page.getByLabel('搜索来电').fill(mark)
      const row = desk.page.getByRole('row').filter({ hasText: question })
      await row.getByText('林晓梅').waitFor()
      await row.getByText('答：北门装修垃圾池，请装袋投放。').waitFor()
      await keepScreenshot(desk.page, 'console-hotline')
    }),
  )
})
