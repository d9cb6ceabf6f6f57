import { beforeEach, describe, expect, it } from '@jest/globals'
import { asOffice, asPhone, sandbox } from '../api.ts'
import { eventually } from '../eventually.ts'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { addressOf } from '../product.ts'
import { garden, ownMark } from '../repairs.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('a household', () => {
  const mark = ownMark()
  const name = `赵${mark.slice(-4)}`
  const buyer = `buyer-${mark}`

  beforeEach(async () => {
    await sandbox('POST', '/phones', { id: buyer, who: 'resident', name, phoneNumber: mark })
    await phonesAtRest(buyer)
  })

  it(
    '[ORG-02][ORG-04] is entered by the office’s invitation, and lost at once when the office writes down that its owner moved out',
    walk(async (visitor) => {
      const { communityId, unit } = await vacantUnit()
      const desk = await Office.open(await visitor(), 'manager')
      await desk.page.goto(`${addressOf('console')}/c/${communityId}/archive/${unit.id}`)
      await desk.shows('现在没有登记住户')
      await desk.button('邀请入住').click()
      const form = desk.dialog(/^邀请入住/)
      await form.getByRole('textbox', { name: '姓名' }).fill(name)
      await form.getByRole('textbox', { name: '手机' }).fill(mark)
      await desk.button('生成邀请', form).click()
      const code = desk.dialog(`给 ${name} 的邀请`).getByRole('img', { name: /入住邀请码/ })
      const picture = await code.getAttribute('src')

      const phone = await openPhone(await visitor(), buyer)
      await phone.tap('扫码开始')
      await phone.chooseCodePicture(Buffer.from(picture!.split(',')[1]!, 'base64'))
      await phone.shows('物业服务中心邀请您入住')
      await phone.shows(unit.label)
      await phone.tap('用微信手机号接受邀请')
      await phone.giveNumber()
      await phone.shows('服务承诺')

      await desk.page.reload()
      const row = desk.page.getByRole('row').filter({ hasText: name })
      await row.getByRole('img', { name: '已用微信绑定' }).waitFor()
      await row.getByRole('button', { name: `${name} 搬出` }).click()
      const leaving = desk.dialog(new RegExp(`业主 ${name} 搬出`))
      await desk.button('登记有误', leaving).click()
      await desk.button('确认搬出', leaving).click()
      await row.waitFor({ state: 'hidden' })
      await desk.shows('业主搬出')

      const me = await (await asPhone(buyer))('GET /me')
      expect(me.homes).toEqual([])
      await phone.kill()
      await eventually(() => phone.shows('欢迎使用一诺物业'))
    }),
  )
})

async function vacantUnit() {
  const call = await asOffice('manager')
  const communityId = (await garden()).id
  const query = { query: '6号楼', limit: 100 }
  const { items } = await call('GET /communities/{communityId}/units', { path: { communityId }, query })
  const unit = items.find(({ residents }) => residents.length === 0)
  if (!unit) throw new Error('Every home of building 6 is lived in')
  return { communityId, unit }
}
