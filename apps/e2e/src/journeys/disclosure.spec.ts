import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { inclusionInMany } from '../../../../libs/disclosure-proof/test/made-up.ts'
import { draftWithPaymentOf, inDatabase } from '../disclosures.ts'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { addressOf } from '../product.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('published accounts', () => {
  let place: { communityId: string; id: string }

  beforeAll(async () => {
    place = await draftWithPaymentOf('lin', 86_40)
  })
  beforeEach(() => phonesAtRest('lin'))

  it(
    '[FIN-05] [FIN-06] are checked by one and posted by another, verified on the phone, and found out when the database is tampered with',
    walk(async (visitor) => {
      const page = `${addressOf('console')}/c/${place.communityId}/disclosures/${place.id}`
      const hq = await Office.open(await visitor(), 'hq')
      await hq.page.goto(page)
      await hq.shows('发布前核对')
      await hq.button('审核通过').click()
      await hq.button('审核通过', hq.page.locator('.ant-modal-confirm')).click()
      await hq.shows('待发布')

      const manager = await Office.open(await visitor(), 'manager')
      await manager.page.goto(page)
      await manager.button('签名并发布').click()
      await manager.button('签名并发布', manager.page.locator('.ant-modal-confirm')).click()
      await manager.shows('已发布')
      await manager.page.getByText('张贴打印', { exact: true }).click()
      const address = await manager.page.getByRole('link', { name: '打开核验页' }).getAttribute('href')
      await keepScreenshot(manager.page, 'console-disclosure-paper')

      const lin = await openPhone(await visitor(), 'lin')
      await lin.tap(/^收支公示：/)
      await lin.tap(/^代收代缴 /)
      await lin.shows('¥86.40')
      await keepScreenshot(lin.page, 'phone-disclosure')
      await lin.tap('验证')
      await lin.shows('验证通过')
      await lin.shows(/含我的缴费 ✓ 已验证/)
      await keepScreenshot(lin.page, 'phone-disclosure-verified')

      const anybody = await (await visitor()).newPage()
      await anybody.goto(address!)
      await anybody.getByText('✓ 核验通过').waitFor()
      await keepScreenshot(anybody, 'verifier')

      const tamper = (by: number) =>
        inDatabase('UPDATE disclosure_lines SET amount_fen = amount_fen + $3 WHERE community_id = $1 AND disclosure_id = $2', [
          place.communityId,
          place.id,
          by,
        ])
      await tamper(100)
      try {
        await lin.tap('再验证一次')
        await lin.shows('验证没有通过')
        await lin.shows('金额与您的缴费记录不一致。')
        await keepScreenshot(lin.page, 'phone-disclosure-tampered')
        await anybody.reload()
        await anybody.getByText('✗ 核验没有通过').waitFor()
        await anybody.getByText('由明细加出来的合计与公示的合计不一样。').waitFor()
      } finally {
        await tamper(-100)
      }
      await lin.tap('再验证一次')
      await lin.shows('验证通过')
    }),
  )

  it(
    '[FIN-06] prove one payment among a million in a moment, in a browser without a server',
    walk(async (visitor) => {
      const page = await (await visitor()).newPage()
      await page.goto(`${addressOf('console')}/verify.html`)
      const proof = Buffer.from(JSON.stringify(inclusionInMany(1_000_000, 654_321)))
      await page.getByLabel('公示文件').setInputFiles({ name: 'proof.json', mimeType: 'application/json', buffer: proof })
      const times: number[] = []
      for (let round = 0; round < 5; round++) {
        await page.getByRole('button', { name: '核验' }).click()
        await page.getByText('✓ 核验通过').waitFor()
        const words = await page.getByText(/用时 \d+ 毫秒/).innerText()
        times.push(Number(/用时 (\d+) 毫秒/.exec(words)![1]))
      }
      console.log(`a payment among a million was checked in ${times.join(', ')} ms`)
      expect(Math.min(...times)).toBeLessThan(50)
    }),
  )
})
