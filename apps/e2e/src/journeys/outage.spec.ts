import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asOffice, asPhone } from '../api.ts'
import { eventually } from '../eventually.ts'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { garden, ownMark } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('an outage', () => {
  const scope = `3号楼2单元 ${ownMark().slice(-4)}`

  beforeEach(() => phonesAtRest('lin', 'wang'))
  afterEach(recovered)

  it(
    '[NTC-02] is told to those of the entrance alone, from what and why over its updates to its end',
    walk(async (visitor) => {
      const desk = await Office.open(await visitor(), 'frontdesk')
      await desk.goTo('停水停电')
      await desk.button('发停用通知').first().click()
      const form = desk.dialog('发停用通知')
      await form.getByLabel('单元', { exact: true }).fill('3号楼2单元')
      await desk.page.getByTitle('3号楼2单元', { exact: true }).last().click()
      await desk.page.keyboard.press('Escape')
      await form.getByLabel('影响范围').fill(scope)
      await form.getByLabel('原因').fill('给水泵检修')
      await form.getByText(/^将发给 \d+ 人$/).waitFor()
      await desk.button('立即发布', form).click()
      const outage = desk.dialog(`${scope}停水`)
      await outage.getByText('未恢复').waitFor()

      const lin = await openPhone(await visitor(), 'lin')
      await lin.tap(new RegExp(`^停水 · ${scope}，预计`))
      await lin.shows('给水泵检修')
      const wang = await openPhone(await visitor(), 'wang')
      await wang.shows('服务承诺')
      expect(await wang.screen.getByText(scope).count()).toBe(0)

      await outage.getByLabel('进展或恢复说明').fill('泵已换好，正在试压')
      await desk.button('发布进展', outage).click()
      await outage.getByText('泵已换好，正在试压').last().waitFor()
      await lin.kill()
      await lin.shows('泵已换好，正在试压')
      await keepScreenshot(lin.page, 'phone-outage')
      await outage.getByLabel('进展或恢复说明').fill('已恢复供水，请先放一会儿水')
      await desk.button('登记恢复', outage).click()
      await outage.getByText('已恢复', { exact: true }).first().waitFor()
      await lin.kill()
      await lin.shows('已恢复供水，请先放一会儿水')

      const told = async (phone: string) => {
        const { items } = await (await asPhone(phone))('GET /me/messages', { query: { group: 'others', limit: 20 } })
        return items.filter((message) => message.body.startsWith(scope)).map(({ kind }) => kind)
      }
      await eventually(async () => expect(await told('lin')).toEqual(['outage.recovered', 'outage.updated', 'outage.announced']))
      expect(await told('wang')).toEqual([])
    }),
  )

  /** What a failed journey left cut off. */
  async function recovered(): Promise<void> {
    const call = await asOffice('manager')
    const path = { communityId: (await garden()).id }
    const { items } = await call('GET /communities/{communityId}/outages', { path, query: { state: 'announced' } })
    for (const { id } of items.filter((outage) => outage.scope === scope)) {
      const { version } = await call('GET /communities/{communityId}/outages/{id}', { path: { ...path, id } })
      const terms = { path: { ...path, id }, idempotencyKey: crypto.randomUUID() }
      await call('POST /communities/{communityId}/outages/{id}/recover', { ...terms, body: { text: '测试结束', version } })
    }
  }
})
