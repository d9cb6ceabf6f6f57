import { beforeEach, describe, expect, it } from '@jest/globals'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('signing in to the console', () => {
  beforeEach(() => phonesAtRest('zhou'))

  it(
    '[ORG-05] takes the right password and says so when it is not',
    walk(async (visitor) => {
      const office = await Office.atTheDoor(await visitor())
      await office.page.getByLabel('账号', { exact: true }).fill('frontdesk')
      await office.page.getByLabel('密码', { exact: true }).fill('not-this-one')
      await office.button('登录').click()
      await office.shows('账号、密码或动态码不正确，请核对后重试。')
      await office.signIn('frontdesk')
      await office.shows('何静')
      // The desk has no business in the audit.
      expect(await office.page.getByRole('link', { name: '操作记录' }).count()).toBe(0)
    }),
  )

  it(
    '[ORG-05] lets somebody in who scans the code with a staff phone',
    walk(async (visitor) => {
      const office = await Office.atTheDoor(await visitor())
      await office.page.getByText('微信扫码').click()
      const code = office.page.getByRole('img', { name: '登录二维码' })
      await code.waitFor()
      const supervisor = await openPhone(await visitor(), 'zhou')
      await supervisor.scanPicture(await code.screenshot())
      await supervisor.shows(/将以 周敏/)
      await supervisor.tap('确认登录')
      await supervisor.shows('已确认')
      await office.isIn()
      await office.shows('周敏')
    }),
  )
})
