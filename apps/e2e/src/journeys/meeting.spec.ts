import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { finishComplaint, proposeSolution } from '../complaints.ts'
import { eventually } from '../eventually.ts'
import { beginsIn, cancelMeetingTitled, meetingTitled } from '../meetings.ts'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { ownMark } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('a meeting', () => {
  const mark = ownMark()
  const title = `加装电梯说明会 ${mark}`
  const topic = `北门路灯晚上不亮 ${mark}`

  beforeEach(() => phonesAtRest('lin'))
  afterEach(() => cancelMeetingTitled(title))

  it(
    '[NTC-07] is planned, booked and attended by the phone, and followed until what was raised is answered',
    walk(async (visitor) => {
      const desk = await Office.open(await visitor(), 'frontdesk')
      await plan(desk, title)
      await step(desk, '通知住户')
      await desk.shows('已通知')

      const lin = await openPhone(await visitor(), 'lin', 'pages/messages/index')
      await lin.showsAnew(new RegExp(title))
      await lin.words(new RegExp(title)).click()
      await lin.shows('1. 加装位置和费用分摊')
      await lin.write(/想谈什么事/, topic)
      await lin.tap('我会参加')
      await lin.shows('我的预约')
      await desk.page.reload()
      await desk.shows(topic)

      await beginsIn(4, title)
      await desk.page.reload()
      await view(desk, '预约与签到')
      await desk.button('签到码').click()
      const code = await desk.page.getByAltText('签到二维码').screenshot()
      await lin.back()
      await lin.tap('首页')
      await lin.scanPicture(code)
      await lin.shows('签到成功')
      await desk
        .dialog('签到码')
        .getByRole('button', { name: /关\s?闭/ })
        .click()
      await eventually(async () => expect((await meetingTitled(title)).attended).toBe(1))

      await step(desk, '登记已召开')
      await view(desk, '提出的问题')
      await raise(desk, '装修垃圾什么时候清走')
      await answer(desk, '装修垃圾什么时候清走', '每周一、四上午清运，已贴在各单元门口。')
      await turnIntoComplaint(desk, topic)
      await view(desk, '纪要')
      await desk.page.getByRole('textbox', { name: '纪要' }).fill('# 电梯位置\n- 加在北侧，不占绿地')
      await desk.button('保存草稿').click()
      await step(desk, '公布纪要')
      await desk.shows('1 件待答复')

      await lin.tap('看会议详情')
      await lin.shows('加在北侧，不占绿地')
      await lin.shows('答复：每周一、四上午清运，已贴在各单元门口。')
      await lin.shows(/办理中 · 待分派/)
      await proposeSolution(mark, '本周五前换成太阳能路灯')
      await lin.tap('看办理进度')
      await lin.shows('本周五前换成太阳能路灯')
      await lin.tap('接受方案')
      await lin.shows('落实中')
      await finishComplaint(mark, '三盏路灯已换好')
      const evening = await openPhone(await visitor(), 'lin', 'pages/meetings/index')
      await evening.tap(new RegExp(`^${title}`))
      await evening.shows('处理结果：三盏路灯已换好')
      await keepScreenshot(evening.page, 'phone-meeting')
      await desk.page.reload()
      await desk.shows('已办结')
      await keepScreenshot(desk.page, 'console-meeting')
      expect(await meetingTitled(title)).toMatchObject({ state: 'published', attended: 1, unanswered: 0, finished: true })
    }),
  )
})

async function plan(office: Office, title: string): Promise<void> {
  await office.goTo('会议与接待日')
  await office.button('安排会议').first().click()
  const editor = office.dialog('安排会议')
  await editor.getByLabel('类型').click()
  await office.page.getByTitle('业主会议', { exact: true }).click()
  await editor.getByLabel('名称').fill(title)
  await editor.getByLabel('地点').fill('社区活动中心')
  await editor.getByText('指定楼栋').click()
  await editor.getByRole('combobox', { name: '楼栋' }).click()
  await office.page.getByTitle('3号楼', { exact: true }).click()
  await office.page.keyboard.press('Escape')
  await office.button('加一项', editor).click()
  await editor.getByLabel('议程第 1 项', { exact: true }).fill('加装位置和费用分摊')
  await office.button('保存', editor).click()
  await office.page.getByRole('heading', { name: title, level: 1 }).waitFor()
}

async function step(office: Office, word: string): Promise<void> {
  await office.button(word).click()
  await office.button(word, office.dialog(word)).click()
  await office.dialog(word).waitFor({ state: 'hidden' })
}

async function view(office: Office, word: string): Promise<void> {
  await office.page.getByRole('radiogroup', { name: '看什么' }).getByText(word).click()
}

async function raise(office: Office, text: string): Promise<void> {
  await office.button('记一个问题').first().click()
  const dialog = office.dialog('记一个问题')
  await dialog.getByLabel('提出的问题').fill(text)
  await office.button('记下', dialog).click()
  await dialog.waitFor({ state: 'hidden' })
}

const point = (office: Office, text: string) =>
  office.page.locator('main').getByText(text, { exact: true }).locator('xpath=ancestor::div[1]')

async function answer(office: Office, text: string, words: string): Promise<void> {
  await office.button('写答复', point(office, text)).click()
  const dialog = office.dialog('答复')
  await dialog.getByRole('textbox').fill(words)
  await office.button('保存答复', dialog).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function turnIntoComplaint(office: Office, text: string): Promise<void> {
  await office.button('转投诉建议', point(office, text)).click()
  const dialog = office.dialog('转投诉建议')
  await dialog.getByLabel('类别').click()
  await office.page.getByTitle('设施设备', { exact: true }).click()
  await office.button('转出', dialog).click()
  await dialog.waitFor({ state: 'hidden' })
}
