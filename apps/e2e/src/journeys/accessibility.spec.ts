import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asPhone } from '../api.ts'
import { phonesAtRest } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { dispatchTo, ownMark, registerRepair, withdrawRepairsMarked } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { nameless, overflowOf, targetsSmallerThan } from '../shape.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('pages in the hand, 375 px wide', () => {
  const mark = ownMark()

  beforeEach(() => phonesAtRest('lin', 'zhang'))
  afterEach(() => withdrawRepairsMarked(mark))

  it(
    'can be hit by a thumb, fit the screen, and are named for those who listen',
    walk(async (visitor) => {
      const receipt = await registerRepair({
        room: '3号楼2单元601',
        category: 'water-leak',
        description: `卫生间吊顶上面一直往下滴水，已经拿桶接着，楼上说他们家没有漏，麻烦尽快来看看，电话 ${mark}`,
      })
      await dispatchTo(receipt, '张建国')
      const context = await visitor()
      const query = `communityId=${receipt.communityId}&id=${receipt.id}`
      for (const [path, sign] of [
        ['pages/home/index', '服务承诺'],
        ['pages/report/index', '什么时候方便上门'],
        ['pages/repairs/index', mark],
        [`pages/repair/index?${query}`, '处理进度'],
        ['pages/messages/index', /消息|通知/],
        ['pages/me/index', '大字版'],
        ['pages/bind/index', '申请绑定房屋'],
      ] as const) {
        const phone = await openPhone(context, 'lin', path)
        await phone.shows(typeof sign === 'string' ? new RegExp(sign) : sign)
        expect({ path, small: await targetsSmallerThan(44, phone) }).toEqual({ path, small: [] })
        expect({ path, nameless: await nameless(phone) }).toEqual({ path, nameless: [] })
        expect({ path, overflow: await overflowOf(phone) }).toEqual({ path, overflow: 0 })
        if (path.startsWith('pages/repair/')) await keepScreenshot(phone.page, 'phone-case')
        await phone.page.close()
      }
    }),
  )

  it(
    'are made for gloves where staff work',
    walk(async (visitor) => {
      const receipt = await registerRepair({ room: '3号楼2单元601', category: 'taps', description: `阳台龙头漏水，电话 ${mark}` })
      await dispatchTo(receipt, '张建国')
      expect((await (await asPhone('zhang'))('GET /me')).staff?.onDutyIn).toHaveLength(1)
      const context = await visitor()
      for (const path of ['staff/today/index', `staff/repair/index?communityId=${receipt.communityId}&id=${receipt.id}`]) {
        const phone = await openPhone(context, 'zhang', path)
        await phone.shows(new RegExp(mark))
        expect({ path, small: await targetsSmallerThan(44, phone) }).toEqual({ path, small: [] })
        expect({ path, nameless: await nameless(phone) }).toEqual({ path, nameless: [] })
        expect({ path, overflow: await overflowOf(phone) }).toEqual({ path, overflow: 0 })
        if (path.startsWith('staff/today')) await keepScreenshot(phone.page, 'staff-today')
        await phone.page.close()
      }
    }),
  )
})
