import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { IssueCodes } from '@yinuo/contracts'
import { randomBytes } from 'node:crypto'
import { asOffice, sandbox } from '../api.ts'
import { Office } from '../people/office.ts'
import { hangUpCode, phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { garden, ownMark, theRepairMarked, withdrawRepairsMarked } from '../repairs.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('a code that hangs there', () => {
  const mark = ownMark()

  beforeEach(() => phonesAtRest('lin'))
  afterEach(() => withdrawRepairsMarked(mark))

  it(
    '[ORG-03] says what is wrong when it is not ours, has expired or was revoked, and whom to call',
    walk(async (visitor) => {
      const { hotline } = await garden()
      await hangUpCode(`u${randomBytes(16).toString('base64url')}`, `不知哪来的码 ${mark}`)
      await hangUpCode(await expiredScene(), `过期的码 ${mark}`)
      await hangUpCode(await revokedScene(), `停用的码 ${mark}`)
      const resident = await openPhone(await visitor(), 'lin')
      await resident.scan(`不知哪来的码 ${mark}`)
      await resident.shows('不认识这个二维码')
      await resident.button(`拨打物业 ${hotline}`).waitFor()
      await resident.tap('回到首页')
      await resident.scan(`过期的码 ${mark}`)
      await resident.shows('二维码已过期')
      await resident.tap('回到首页')
      await resident.scan(`停用的码 ${mark}`)
      await resident.shows('二维码已停用')
      await resident.shows('这个二维码已停用，请联系前台更换。')
    }),
  )

  it(
    '[ORG-03][ORG-04] leads a stranger through the application and the desk to the first report',
    walk(async (visitor) => {
      const name = `陈${mark}`
      const newcomer = `newcomer-${mark}`
      const { scene, label } = await codeOfVacantUnit()
      await hangUpCode(scene, `门内的码 ${mark}`)
      await sandbox('POST', '/phones', { id: newcomer, who: 'resident', name })
      await sandbox('PUT', `/phones/${newcomer}/privacy`, { agreed: true })

      const stranger = await openPhone(await visitor(), newcomer)
      await stranger.shows('欢迎使用一诺物业')
      await stranger.tap('扫码开始')
      await stranger.chooseCode(`门内的码 ${mark}`)
      await stranger.tap('绑定我的房屋')
      await stranger.shows(label)
      await stranger.fill('登记姓名', name)
      await stranger.words('使用微信绑定的手机号').click()
      await stranger.giveNumber()
      await stranger.shows('微信已验证')
      await stranger.tap('提交申请')
      await stranger.shows('前台核对后会通知您，一般当天答复。')

      const desk = await Office.open(await visitor(), 'frontdesk')
      await desk.goTo('入住审核')
      const application = desk.page.getByRole('listitem').filter({ hasText: name })
      await application.getByText('档案里没有这个姓名和手机号').waitFor()
      await desk.button('通过', application).click()
      await application.waitFor({ state: 'hidden' })

      await stranger.kill()
      await stranger.shows('已通过')
      await stranger.back()
      await stranger.tap('这里坏了，我要报修')
      await stranger.tap('照明开关')
      await stranger.write(/厨房水槽/, `玄关灯不亮，电话 ${mark}`)
      await stranger.tap('提交报修')
      await stranger.allowNotices()
      await stranger.shows('处理进度')
      expect(await theRepairMarked(mark)).toMatchObject({ reporterName: name, placeLabel: label, channel: 'code' })
    }),
  )
})

async function expiredScene(): Promise<string> {
  const call = await asOffice('frontdesk')
  const path = { communityId: (await garden()).id }
  const { items } = await call('GET /communities/{communityId}/codes', { path, query: { kind: 'community' } })
  const expired = items.find(({ state }) => state === 'expired')
  if (!expired) throw new Error('The demonstration company has no expired code')
  return expired.scene
}

async function revokedScene(): Promise<string> {
  const call = await asOffice('frontdesk')
  const path = { communityId: (await garden()).id }
  const [place] = (await call('GET /communities/{communityId}/places', { path })).filter(({ kind }) => kind === 'area')
  if (!place) throw new Error('一诺花园 has no areas')
  // With a day of its own it is a code of its own, and nobody's poster is revoked.
  const body: IssueCodes = { kind: 'place', placeIds: [place.id], expiresOn: '2099-12-31' }
  const idempotencyKey = crypto.randomUUID()
  const [code] = await call('POST /communities/{communityId}/codes', { path, body, idempotencyKey })
  if (!code) throw new Error('No code was issued')
  await call('POST /communities/{communityId}/codes/{id}/revoke', {
    path: { ...path, id: code.id },
    idempotencyKey: crypto.randomUUID(),
  })
  return code.scene
}

async function codeOfVacantUnit(): Promise<{ scene: string; label: string }> {
  const call = await asOffice('frontdesk')
  const path = { communityId: (await garden()).id }
  const { items } = await call('GET /communities/{communityId}/units', { path, query: { query: '5号楼', limit: 100 } })
  const unit = items.find(({ residents }) => residents.length === 0)
  if (!unit) throw new Error('Every home of building 5 is lived in')
  const body: IssueCodes = { kind: 'unit', placeIds: [unit.id] }
  const [code] = await call('POST /communities/{communityId}/codes', { path, body, idempotencyKey: crypto.randomUUID() })
  if (!code) throw new Error('No code was issued')
  return { scene: code.scene, label: unit.label }
}
