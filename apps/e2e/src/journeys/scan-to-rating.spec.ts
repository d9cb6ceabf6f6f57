import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sandbox } from '../api.ts'
import { eventually } from '../eventually.ts'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import { Stage } from '../people/stage.ts'
import { drawnPhoto } from '../photos.ts'
import { dispatchTo, ownMark, registerRepair, theRepairMarked, withdrawRepairsMarked } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('from the scanned code to the rated repair', () => {
  const mark = ownMark()
  const earlier = ownMark()

  beforeEach(() => phonesAtRest('lin', 'zhang'))
  afterEach(async () => {
    await withdrawRepairsMarked(mark)
    await withdrawRepairsMarked(earlier)
  })

  it(
    '[REP-01][REP-02][REP-03][REP-04][REP-05][REP-06][ORG-03][MSG-01][MSG-02] goes through every hand',
    walk(async (visitor) => {
      await sandbox('PUT', '/phones/lin/privacy', { agreed: false })
      await dispatchTo(
        await registerRepair({ room: '1号楼1单元302', category: 'taps', description: `龙头滴水，电话 ${earlier}` }),
        '张建国',
      )
      const desk = await visitor()
      const office = await Office.open(desk, 'manager')
      const stage = await Stage.open(desk, { resident: 'lin', staff: 'zhang' })
      const { resident, staff } = stage

      // The engineer takes earlier work, and with it allows notices.
      await staff.tap(/^龙头洁具，1号楼1单元302/)
      await staff.tap('接单')
      await staff.allowNotices()
      await staff.button('我到现场了').waitFor()

      await stage.scanCode('房屋码')
      await resident.tap('这里坏了，我要报修')
      await resident.shows(/来自二维码/)
      await resident.tap('漏水渗水')
      await resident.write(/厨房水槽/, `厨房水槽下面的水管一直滴水，电话 ${mark}`)
      await resident.choosePhotosAgreeing(
        '添加照片或视频',
        await drawnPhoto('dripping', '水管'),
        await drawnPhoto('puddle', '柜底'),
      )
      await resident.photosHaveArrived(2)
      await resident.shows(/我们承诺：/)
      await keepScreenshot(stage.page.locator('#resident .screen'), 'phone-report')
      await resident.tap('提交报修')
      await resident.allowNotices()

      // Dispatched because …, with the clock running, and the office sees it without being asked.
      await resident.shows('已派给张建国，等待接单。')
      await resident.shows('离接单')
      const reported = await theRepairMarked(mark)
      expect(reported).toMatchObject({ channel: 'code', reporterName: '林晓梅', assignee: { name: '张建国' } })
      expect(reported.files).toHaveLength(2)
      await office.column('待接单').getByRole('article', { name: reported.number }).waitFor()

      await staff.notice('新工单提醒').click()
      await staff.shows('为什么派给这位')
      await staff.tap('接单')
      await staff.allowNotices()
      await staff.button('我到现场了').waitFor()
      await office.column('处理中').getByRole('article', { name: reported.number }).waitFor()
      await resident.notice('报修进度通知').waitFor()
      await stage.storyLine(/秒接单/).waitFor()
      await staff.screen.getByRole('paragraph').filter({ hasText: '已接单' }).waitFor({ state: 'hidden' })
      await keepScreenshot(stage.page, 'stage')

      await staff.tap('我到现场了')
      await staff.choosePhotos('维修前', await drawnPhoto('dripping', '维修前'))
      await staff.tap('确认到场')
      await staff.tap('报价')
      await staff.fill('金额（元）', '80')
      await staff.tap('发给住户确认')
      await resident.shows('¥80.00')
      await resident.tap('同意报价')
      await resident.shows('已同意')

      await eventually(() => staff.tap('拍照完工'))
      await staff.choosePhotos('维修后', await drawnPhoto('repaired', '维修后'))
      await staff.tap('60 分钟')
      await staff.tap('完工')
      await office.column('待确认').getByRole('article', { name: reported.number }).waitFor()
      await office.findCase(mark)
      await office.dialog(`报修 ${reported.number}`).getByText('维修完成，用时 60 分钟').waitFor()
      await keepScreenshot(office.page, 'console-case')

      await resident.notice('维修完成通知').click()
      await resident.tap('确认修好并评价')
      await resident.tap('5 星，非常满意')
      await resident.write(/想说点什么/, '来得快，修得好')
      await resident.tap('确认修好')
      await resident.shows('您的评价')
      await office.shows(/5 分：来得快，修得好/)

      const ended = await theRepairMarked(mark)
      expect(ended).toMatchObject({ state: 'closed', rating: 5, ratingComment: '来得快，修得好', labourMinutes: 60 })
      expect(ended.charge).toMatchObject({ state: 'agreed', amountFen: 8000 })
      expect(ended.timeline.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['opened', 'dispatch', 'accept', 'arrive', 'offer-charge', 'agree-charge', 'finish', 'confirm']),
      )
      await stage.storyLine('住户确认，5 星').waitFor()
      await stage.storyLine('张建国的手机响了').waitFor()
    }),
  )
})
