import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asOffice } from '../api.ts'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { garden, ownMark, theRepairMarked, withdrawRepairsMarked } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()
const home = '3号楼2单元601'

describe('a conversation', () => {
  const mark = ownMark()

  beforeEach(() => phonesAtRest('lin', 'he'))
  afterEach(() => withdrawRepairsMarked(mark))

  it(
    '[COM-07] is answered from the phone of the front desk, turned into a repair at its desk, and goes on',
    walk(async (visitor) => {
      const question = `阳台地漏返水，电话 ${mark}`
      const lin = await openPhone(await visitor(), 'lin')
      await lin.tap('在线客服')
      await lin.write(/请输入要咨询的内容/, question)
      await lin.tap('发送')
      await lin.shows(question)

      const he = await openPhone(await visitor(), 'he', 'staff/conversations/index')
      await he.tap(new RegExp(`^${home} 林晓梅`))
      await he.shows(question)
      await he.tap('接待')
      await he.shows('何静 接待')
      await he.write(/回复住户/, '您好，马上给您安排师傅')
      await he.tap('发送')
      await lin.shows('您好，马上给您安排师傅')

      const desk = await Office.open(await visitor(), 'frontdesk')
      await desk.goTo('在线客服')
      await desk.page.getByRole('button', { name: new RegExp(`^${home}\\s*林晓梅`) }).click()
      await desk.shows(question)
      await keepScreenshot(desk.page, 'console-conversation')
      await desk.button('转为报修或投诉').click()
      for (const box of await desk.page.getByRole('checkbox', { name: /^带上：/ }).all())
        await box.setChecked((await box.getAttribute('aria-label'))!.includes(mark))
      await desk.button('转为报修').click()
      const dialog = desk.dialog(`转为报修 · ${home}`)
      await dialog.getByLabel('什么问题').click()
      await desk.page.getByTitle('下水堵塞', { exact: true }).click()
      await desk.button('登记报修', dialog).click()
      await desk.shows(/^已转为报修 /)

      const repair = await theRepairMarked(mark)
      expect(repair).toMatchObject({ category: 'drainage', placeLabel: home, reporterName: '林晓梅' })
      await lin.shows(new RegExp(repair.number))
      await lin.write(/请输入要咨询的内容/, '谢谢，我在家等')
      await lin.tap('发送')
      await desk.shows('谢谢，我在家等')
      const talk = (await talkOfHome()).map(({ text, kind }) => (kind === 'open-repair' ? 'repair' : text))
      expect(talk.slice(-4)).toEqual([question, '您好，马上给您安排师傅', 'repair', '谢谢，我在家等'])
    }),
  )

  async function talkOfHome() {
    const call = await asOffice('frontdesk')
    const path = { communityId: (await garden()).id }
    const { items } = await call('GET /communities/{communityId}/conversations', { path, query: { pile: 'all', query: home } })
    const { entries } = await call('GET /communities/{communityId}/conversations/{id}', { path: { ...path, id: items[0]!.id } })
    return entries.filter(({ kind }) => kind !== 'take')
  }
})
