import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asPhone } from '../api.ts'
import { phonesAtRest } from '../people/phone.ts'
import { Stage } from '../people/stage.ts'
import { ownMark, theRepairMarked, withdrawRepairsMarked } from '../repairs.ts'
import { targetsSmallerThan, typeSizes } from '../shape.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()
const words = ['服务承诺', '我要报修', '紧急报修']

describe('elder mode', () => {
  const mark = ownMark()

  beforeEach(async () => {
    await phonesAtRest('wang', 'zhang')
    await (
      await asPhone('wang')
    )('PUT /me/preferences', { body: { elderMode: false } })
  })
  afterEach(async () => {
    await withdrawRepairsMarked(mark)
    await phonesAtRest('wang')
  })

  it(
    '[REP-01] reports and follows a repair in large type with large buttons',
    walk(async (visitor) => {
      const stage = await Stage.open(await visitor(), { resident: 'wang', staff: 'zhang' })
      const { resident } = stage
      await resident.shows('服务承诺')
      const usual = await typeSizes(resident, words)

      await stage.press('resident', '大字')
      await resident.screen.locator('.screen--elder').first().waitFor()
      await resident.shows('服务承诺')
      const large = await typeSizes(resident, words)
      expect(Math.min(...large.map((size, at) => size / (usual[at] ?? 0)))).toBeGreaterThan(1.349)
      expect(await targetsSmallerThan(60, resident)).toEqual([])

      await stage.scanCode('小区码')
      await resident.shows(/· 小区码/)
      await resident.tap('我要报修')
      await resident.tap('照明开关')
      await resident.write(/厨房水槽/, `楼道灯不亮，晚上看不见，电话 ${mark}`)
      expect(await targetsSmallerThan(60, resident)).toEqual([])
      await resident.tap('提交报修')
      await resident.allowNotices()
      await resident.shows('处理进度')
      expect(await targetsSmallerThan(60, resident)).toEqual([])
      expect(await theRepairMarked(mark)).toMatchObject({ reporterName: '王德福', category: 'lighting', channel: 'code' })
    }),
  )
})
