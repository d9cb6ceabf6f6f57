import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { eventually } from '../eventually.ts'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone, Stage } from '../people/stage.ts'
import { drawnPhoto } from '../photos.ts'
import { dispatchTo, ownMark, readRepair, registerRepair, repairsMarked, withdrawRepairsMarked } from '../repairs.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('the network cut half-way', () => {
  const mark = ownMark()

  beforeEach(() => phonesAtRest('lin', 'zhang'))
  afterEach(async () => {
    await phonesAtRest('lin', 'zhang')
    await withdrawRepairsMarked(mark)
  })

  it(
    '[REP-01] keeps a report until it is through, and registers it once however often it was sent',
    walk(async (visitor) => {
      const stage = await Stage.open(await visitor(), { resident: 'lin', staff: 'zhang' })
      const { resident } = stage
      await resident.tap('我要报修')
      await resident.tap('龙头洁具')
      await resident.write(/厨房水槽/, `洗手盆龙头关不上，电话 ${mark}`)
      await stage.press('resident', '断网')
      await stage.page.locator('#resident').getByRole('button', { name: '恢复' }).waitFor()
      await resident.tap('提交报修')
      await resident.shows('还没有收到回音')
      await resident.shows(`洗手盆龙头关不上，电话 ${mark}`)
      expect(await repairsMarked(mark)).toEqual([])

      // Back again, the first attempt arrives, but its answer is lost on the way.
      const keys: (string | undefined)[] = []
      await stage.page.route(/\/api\/communities\/[^/]+\/repairs$/, async (route) => {
        if (route.request().method() !== 'POST') return route.continue()
        keys.push(route.request().headers()['idempotency-key'])
        if (keys.length > 1) return route.continue()
        await route.fetch()
        await route.abort()
      })
      await stage.press('resident', '恢复')
      await eventually(async () => expect(await repairsMarked(mark)).toHaveLength(1))
      await resident.shows('还没有收到回音')
      await resident.tap('重新提交')
      await resident.shows('处理进度')
      expect(await repairsMarked(mark)).toHaveLength(1)
      expect(keys).toHaveLength(2)
      expect(new Set(keys).size).toBe(1)
    }),
  )

  it(
    '[REP-03][REP-04] lets the engineer work on in a cellar, and sends his steps in order when he is back',
    walk(async (visitor) => {
      const receipt = await registerRepair({ room: '3号楼2单元601', category: 'drainage', description: `地漏堵了，电话 ${mark}` })
      await dispatchTo(receipt, '张建国')
      const engineer = await openPhone(await visitor(), 'zhang')
      await engineer.tap(/^下水堵塞，3号楼2单元601/)
      await engineer.shows('为什么派给这位')

      await engineer.goOffline(true)
      await engineer.tap('接单')
      await engineer.tap('我到现场了')
      await engineer.choosePhotos('维修前', await drawnPhoto('dripping', '维修前'))
      await engineer.tap('确认到场')
      await engineer.tap('拍照完工')
      await engineer.choosePhotos('维修后', await drawnPhoto('repaired', '维修后'))
      await engineer.tap('完工')
      await engineer.shows(/待上传：接单、到场、完工/)
      await engineer.back()
      await engineer.shows('3 条待上传')
      expect((await readRepair(receipt)).state).toBe('assigned')

      await engineer.goOffline(false)
      const done = await eventually(async () => {
        const repair = await readRepair(receipt)
        expect(repair.state).toBe('done')
        return repair
      })
      const steps = done.timeline.filter(({ actorName }) => actorName === '张建国').map(({ kind }) => kind)
      expect(steps).toEqual(['accept', 'arrive', 'finish'])
      expect(done.timeline.filter(({ files }) => files.length === 1).map(({ kind }) => kind)).toEqual(['arrive', 'finish'])
      await engineer.words(/条待上传/).waitFor({ state: 'hidden' })
    }),
  )
})
