import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { drawnPhoto } from '../photos.ts'
import { ownMark, repairsMarked, theRepairMarked, withdrawRepairsMarked } from '../repairs.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('a report being written', () => {
  const mark = ownMark()

  beforeEach(() => phonesAtRest('lin'))
  afterEach(() => withdrawRepairsMarked(mark))

  it(
    '[REP-01] survives a kill of the mini-program, photos and all',
    walk(async (visitor) => {
      const resident = await openPhone(await visitor(), 'lin')
      await resident.tap('我要报修')
      await resident.tap('门窗五金')
      await resident.write(/厨房水槽/, `卧室的门合不上，电话 ${mark}`)
      await resident.choosePhotos('添加照片或视频', await drawnPhoto('dripping', '门'))
      await resident.photosHaveArrived(1)
      expect(await repairsMarked(mark)).toEqual([])

      await resident.kill()
      await resident.shows('已恢复上次没写完的内容')
      expect(await resident.screen.getByRole('textbox', { name: /厨房水槽/ }).inputValue()).toBe(`卧室的门合不上，电话 ${mark}`)
      expect(await resident.button('门窗五金').getAttribute('aria-pressed')).toBe('true')
      await resident.photosHaveArrived(1)

      await resident.tap('提交报修')
      await resident.allowNotices()
      await resident.shows('处理进度')
      expect((await theRepairMarked(mark)).files).toHaveLength(1)
    }),
  )
})
