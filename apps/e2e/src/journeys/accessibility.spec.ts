import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asOffice, asPhone } from '../api.ts'
import { barriersOn } from '../axe.ts'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import type { Phone } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { addressOf } from '../product.ts'
import { dispatchTo, garden, ownMark, registerRepair, withdrawRepairsMarked } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { nameless, overflowOf, targetsSmallerThan } from '../shape.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('pages in the hand, 375 px wide', () => {
  const mark = ownMark()

  beforeEach(() => phonesAtRest('lin', 'zhang', 'he'))
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
        ['pages/complain/index', '匿名提出'],
        ['pages/complaints/index', '提投诉建议'],
        ['pages/notices/index', '新公告微信提醒我'],
        ['pages/conversation/index', '发送'],
        ['pages/message-settings/index', '免打扰'],
      ] as const) {
        const phone = await openPhone(context, 'lin', path)
        await phone.shows(typeof sign === 'string' ? new RegExp(sign) : sign)
        await fitsTheHand(phone, path)
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
        await fitsTheHand(phone, path)
        if (path.startsWith('staff/today')) await keepScreenshot(phone.page, 'staff-today')
        await phone.page.close()
      }
    }),
  )

  it(
    'answer residents as well as they take repairs',
    walk(async (visitor) => {
      const { complaint, conversation } = await whereItIs()
      const context = await visitor()
      for (const [path, sign] of [
        ['staff/conversations/index', '我接待的'],
        [`staff/conversation/index?${conversation}`, '接待'],
        [`staff/complaint/index?${complaint}`, '处理进度'],
      ] as const) {
        const phone = await openPhone(context, 'he', path)
        await phone.shows(new RegExp(sign))
        await fitsTheHand(phone, path)
        await phone.page.close()
      }
    }),
  )
})

describe('pages of the office', () => {
  it(
    'bar nobody who listens, sees little or has no mouse',
    walk(async (visitor) => {
      const { communityId, complaint, notice, outage, conversation } = await whereItIs()
      const office = await Office.open(await visitor(), 'manager')
      const idOf = (query: string) => new URLSearchParams(query).get('id')
      for (const [path, sign] of [
        ['complaints', '责任部门'],
        [`complaints/${idOf(complaint)}`, '承诺时限'],
        ['notices', '已发布'],
        [`notices/${notice}`, '撰写'],
        ['outages', '预计恢复'],
        [`outages?outage=${outage}`, '进展或恢复说明'],
        [`conversations/${idOf(conversation)}`, '会话编号'],
        ['messages', '收件人'],
        ['messages/settings', '每类消息怎么发'],
      ] as const) {
        await office.page.goto(`${addressOf('console')}/c/${communityId}/${path}`)
        await office.shows(new RegExp(sign))
        expect({ path, barriers: await barriersOn(office.page) }).toEqual({ path, barriers: [] })
      }
    }),
  )
})

async function fitsTheHand(phone: Phone, path: string): Promise<void> {
  expect({ path, small: await targetsSmallerThan(44, phone) }).toEqual({ path, small: [] })
  expect({ path, nameless: await nameless(phone) }).toEqual({ path, nameless: [] })
  expect({ path, overflow: await overflowOf(phone) }).toEqual({ path, overflow: 0 })
  expect({ path, barriers: await barriersOn(phone.page) }).toEqual({ path, barriers: [] })
}

/** One of each of what the demonstration company has. */
async function whereItIs() {
  const call = await asOffice('manager')
  const communityId = (await garden()).id
  const path = { communityId }
  const complaints = await call('GET /communities/{communityId}/complaints', { path, query: { state: 'investigating' } })
  const notices = await call('GET /communities/{communityId}/notices', { path, query: { state: 'published' } })
  const outages = await call('GET /communities/{communityId}/outages', { path, query: { state: 'announced' } })
  const talks = await call('GET /communities/{communityId}/conversations', { path, query: { pile: 'all' } })
  const [complaint, notice, outage, talk] = [complaints, notices, outages, talks].map(({ items }) => items[0]?.id)
  return {
    communityId,
    complaint: `communityId=${communityId}&id=${complaint}`,
    notice,
    outage,
    conversation: `communityId=${communityId}&id=${talk}`,
  }
}
