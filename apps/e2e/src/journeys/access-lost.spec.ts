import { beforeEach, describe, it } from '@jest/globals'
import { asOffice, sandbox } from '../api.ts'
import { Office } from '../people/office.ts'
import { hangUpCode, phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { garden, ownMark } from '../repairs.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('a home', () => {
  const mark = ownMark()
  const name = `陈${mark.slice(-4)}`
  const tenant = `tenant-${mark}`

  beforeEach(async () => {
    await sandbox('POST', '/phones', { id: tenant, who: 'resident', name, phoneNumber: mark })
    await phonesAtRest(tenant)
  })

  it(
    '[ORG-04][ORG-05] is applied for, approved, and taken away while its holder is looking at it',
    walk(async (visitor) => {
      const { scene, unit } = await codeOfVacantHome()
      await hangUpCode(scene, `门内的码 ${mark}`)
      const phone = await openPhone(await visitor(), tenant)
      await phone.tap('扫码开始')
      await phone.chooseCode(`门内的码 ${mark}`)
      await phone.tap('绑定我的房屋')
      await phone.fill('登记姓名', name)
      await phone.words('使用微信绑定的手机号').click()
      await phone.giveNumber()
      await phone.shows('微信已验证')
      await phone.tap('提交申请')
      await phone.shows('前台核对后会通知您，一般当天答复。')

      const desk = await Office.open(await visitor(), 'manager')
      await desk.goTo('入住审核')
      const application = desk.page.getByRole('listitem').filter({ hasText: name })
      await desk.button('通过', application).click()
      await application.waitFor({ state: 'hidden' })
      const home = await openPhone(
        await visitor(),
        tenant,
        `pages/household/index?communityId=${unit.communityId}&unitId=${unit.id}`,
      )
      await home.tap('登记车辆')
      await home.write(/车牌/, '沪A77889')

      await desk.goTo('房屋住户')
      await desk.page.getByLabel('查找房屋').fill(unit.label)
      await desk.page.getByRole('link', { name: unit.label }).click()
      await desk.page
        .getByRole('row')
        .filter({ hasText: name })
        .getByRole('button', { name: `${name} 搬出` })
        .click()
      const leaving = desk.dialog(new RegExp(`${name} 搬出`))
      await desk.button('登记有误', leaving).click()
      await desk.button('确认搬出', leaving).click()
      await leaving.waitFor({ state: 'hidden' })

      await home.tap('登记')
      await home.shows('没有找到，可能已被删除或您无权查看。')
      await home.kill()
      await home.shows(/没有找到|还没有绑定/)
    }),
  )
})

async function codeOfVacantHome() {
  const call = await asOffice('manager')
  const path = { communityId: (await garden()).id }
  const { items } = await call('GET /communities/{communityId}/units', { path, query: { query: '8号楼', limit: 100 } })
  const unit = items.find(({ residents }) => residents.length === 0)
  if (!unit) throw new Error('Every home of building 8 is lived in')
  const body = { kind: 'unit' as const, placeIds: [unit.id] }
  const [code] = await call('POST /communities/{communityId}/codes', { path, body, idempotencyKey: crypto.randomUUID() })
  if (!code) throw new Error('No code was issued')
  return { scene: code.scene, unit: { ...unit, ...path } }
}
