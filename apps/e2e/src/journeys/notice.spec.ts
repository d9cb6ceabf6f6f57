import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asPhone } from '../api.ts'
import { eventually } from '../eventually.ts'
import { approveAndPublish, withdrawNotices } from '../notices.ts'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { ownMark } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()
const homes = ['3号楼2单元601', '1号楼1单元302']

describe('a notice', () => {
  const title = `水箱清洗安排 ${ownMark()}`

  beforeEach(() => phonesAtRest('lin', 'wang'))
  afterEach(() => withdrawNotices(title))

  it(
    '[NTC-01] goes from its draft over a second person to its readers, and after those who have not read it',
    walk(async (visitor) => {
      const desk = await Office.open(await visitor(), 'frontdesk')
      await desk.goTo('公告')
      await desk.button('写公告').first().click()
      const editor = desk.dialog('写公告')
      await editor.getByLabel('标题').fill(title)
      await editor.getByLabel('正文').fill('# 时间\n周三 22:00 至次日 5:00。\n- 请提前储水')
      await editor.getByText('指定楼栋、单元或房屋').click()
      for (const home of homes) {
        await editor.getByRole('combobox', { name: '房屋' }).fill(home)
        await desk.page.getByTitle(home, { exact: true }).last().click()
      }
      await desk.page.keyboard.press('Escape')
      await editor.getByText(/^将发给 \d+ 人$/).waitFor()
      await desk.button('保存', editor).click()
      await editor.waitFor({ state: 'hidden' })
      await desk.page.getByRole('heading', { name: title, level: 1 }).waitFor()
      await desk.button('提交审核').click()
      await desk.shows('待审核')
      expect(await desk.button('通过').count()).toBe(0)

      const manager = await Office.open(await visitor(), 'manager')
      await manager.page.goto(desk.page.url())
      await approveAndPublish(manager)

      const lin = await openPhone(await visitor(), 'lin')
      await lin.tap(new RegExp(`${title}$`))
      await lin.shows('请提前储水')
      const row = (room: string) => manager.page.getByRole('row').filter({ hasText: room })
      await eventually(async () => {
        await manager.page.reload()
        await manager.page.getByText('阅读情况', { exact: true }).click()
        await row('林晓梅').getByText('已读').waitFor({ timeout: 3_000 })
      })
      await row('王德福').getByText('未读').waitFor()
      await keepScreenshot(manager.page, 'console-notice-receipts')
      await manager.button('提醒未读').click()
      await manager.shows(/已提醒/)

      await eventually(async () => expect(await told('wang')).toEqual(['notice.reminded', 'notice.published']))
      expect(await told('lin')).toEqual(['notice.published'])
      const wang = await openPhone(await visitor(), 'wang', 'pages/messages/index')
      await wang.words(`请查阅：${title}`).click()
      await wang.shows('请提前储水')

      await desk.page.reload()
      await desk.button('更正').click()
      const correction = desk.dialog('更正公告')
      await correction.getByLabel('正文').fill('周四 22:00 至次日 5:00。')
      await correction.getByLabel('更正说明').fill('改到周四')
      await desk.button('提交审核', correction).click()
      await desk.shows('更正待审核')
      await manager.page.reload()
      await manager.button('通过').click()
      await lin.kill()
      await lin.shows(/更正：改到周四/)
      await lin.tap('查看更正前的内容')
      await lin.shows(/请提前储水/)

      await desk.page.reload()
      await desk.button('撤回').click()
      const withdrawal = desk.dialog('撤回公告')
      await withdrawal.getByLabel(/撤回原因/).fill('清洗取消')
      await desk.button('撤回', withdrawal).click()
      await desk.shows('已撤回：清洗取消')
      await lin.kill()
      await lin.shows(`“${title}”已撤回`)
      await lin.shows('清洗取消')
    }),
  )

  async function told(phone: string): Promise<string[]> {
    const { items } = await (await asPhone(phone))('GET /me/messages', { query: { group: 'others', limit: 20 } })
    return items.filter((message) => `${message.title}${message.body}`.includes(title)).map(({ kind }) => kind)
  }
})
