import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { asPhone } from '../api.ts'
import { barriersOn } from '../axe.ts'
import { bill, owedBy } from '../bills.ts'
import { eventually } from '../eventually.ts'
import { phonesAtRest } from '../people/phone.ts'
import type { Phone } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { ownMark } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { nameless, overflowOf, targetsSmallerThan } from '../shape.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('paying on the phone', () => {
  const mark = ownMark().slice(-6)
  const [lift, water, light] = [`电梯年检 ${mark}`, `二次供水 ${mark}`, `公共照明 ${mark}`]

  beforeAll(() => bill('3号楼', { [lift]: 120, [water]: 36, [light]: 18 }))
  beforeEach(() => phonesAtRest('lin'))
  afterEach(() => typeIsLarge(false))

  it(
    '[FIN-02] is cancelled, goes on, and pays all bills at once: three taps from home, and the receipt is there',
    walk(async (visitor) => {
      const lin = await openPhone(await visitor(), 'lin')
      await lin.tap('缴费')
      await lin.shows(lift)
      await lin.tap(new RegExp(`^${water}.*怎么算的`))
      await lin.shows(/36\.00 元\/户·月 × 1 个月/)
      await keepScreenshot(lin.page, 'phone-bills')

      await lin.tap(/^微信支付 ¥/)
      await sheetOf(lin).getByRole('button', { name: '取消支付' }).click()
      await lin.shows('您取消了支付，没有扣款。')
      expect(await owedBy('lin')).toBeGreaterThan(0)

      await lin.tap('继续支付')
      await type(lin, '000000')
      await sheetOf(lin).getByText('支付密码错误，请重试').waitFor()
      await type(lin, '201314')
      await lin.screen.locator('wechat-app').getByRole('button', { name: '完成' }).click()
      await lin.shows('已支付')
      await eventually(async () => expect(await owedBy('lin')).toBe(0))

      await lin.tap('查看收据')
      await lin.shows(/^No\. \d{6}$/)
      for (const charge of [lift, water, light]) await lin.shows(new RegExp(charge))
      await lin.shows(/^[壹贰叁肆伍陆柒捌玖]+[仟佰拾].*元.*[整分]$/)
      await keepScreenshot(lin.page, 'phone-receipt')

      const later = await openPhone(await visitor(), 'lin', 'pages/payments/index')
      await later.shows(new RegExp(lift))
      await later.shows('已支付')
      await later.tap(`${new Date().getFullYear() - 1}年`)
      await later.shows(/没有缴费记录/)
      const bills = await openPhone(await visitor(), 'lin', 'pages/bills/index')
      await bills.shows('都缴清了')
    }),
  )

  it(
    'fits the hand, also in large type',
    walk(async (visitor) => {
      const context = await visitor()
      for (const large of [false, true]) {
        await typeIsLarge(large)
        for (const [path, sign] of [
          ['pages/bills/index', '缴费记录'],
          ['pages/payments/index', '全部'],
        ] as const) {
          const lin = await openPhone(context, 'lin', path)
          await lin.screen
            .locator(large ? '.screen--elder' : '.screen:not(.screen--elder)')
            .first()
            .waitFor()
          await lin.shows(sign)
          expect(await targetsSmallerThan(large ? 60 : 44, lin)).toEqual([])
          expect(await overflowOf(lin)).toBe(0)
          expect(await nameless(lin)).toEqual([])
          expect(await barriersOn(lin.page)).toEqual([])
          await lin.page.close()
        }
      }
    }),
  )
})

const sheetOf = (phone: Phone) => phone.screen.getByRole('dialog', { name: '请输入支付密码' })

async function type(phone: Phone, password: string): Promise<void> {
  for (const digit of password) await sheetOf(phone).getByRole('button', { name: digit, exact: true }).click()
}

/** The person's own choice, which every phone of theirs follows. */
async function typeIsLarge(elderMode: boolean): Promise<void> {
  const call = await asPhone('lin')
  await call('PUT /me/preferences', { body: { elderMode } })
}
