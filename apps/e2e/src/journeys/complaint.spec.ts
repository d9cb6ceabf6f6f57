import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asPhone } from '../api.ts'
import { theComplaintMarked } from '../complaints.ts'
import { eventually } from '../eventually.ts'
import { Office } from '../people/office.ts'
import { phonesAtRest } from '../people/phone.ts'
import type { Phone } from '../people/phone.ts'
import { openPhone } from '../people/stage.ts'
import { ownMark } from '../repairs.ts'
import { keepScreenshot } from '../screenshots.ts'
import { overflowOf, targetsSmallerThan } from '../shape.ts'
import { browserForJourneys } from '../walk.ts'

const walk = browserForJourneys()

describe('a complaint', () => {
  beforeEach(() => phonesAtRest('lin', 'zhou', 'wang'))
  afterEach(() => elderMode('wang', false))

  it(
    '[COM-01][COM-02] is handled until who complained is content, over two phones and the office',
    walk(async (visitor) => {
      const mark = ownMark()
      const lin = await openPhone(await visitor(), 'lin')
      await complain(lin, { about: '设施设备', words: `电梯到 12 楼总要抖一下，老人不敢坐，电话 ${mark}` })
      await lin.shows('正在安排处理人')

      const desk = await Office.open(await visitor(), 'frontdesk')
      const { number } = await openComplaint(desk, mark)
      await assign(desk, number)
      await lin.showsAnew('由周敏处理')

      const department = await Office.open(await visitor(), 'supervisor')
      await openComplaint(department, mark)
      await department.say('开始调查', '今天下午去现场看')
      await department.say('提出方案', '下个月大修时一起看')
      await lin.showsAnew('下个月大修时一起看')
      await lin.tap('不接受')
      await lin.write(/说说哪里不合适/, '一个月太久，老人天天要下楼')
      await lin.tapInSheet('不接受方案')

      // The handler reads it on the way, and answers from there.
      const zhou = await openPhone(await visitor(), 'zhou')
      await zhou.tap(/^投诉 · 设施设备，调查中/)
      await zhou.shows(/一个月太久/)
      await zhou.tap('提出方案')
      await zhou.write(/怎么做、什么时候做完/, '维保单位明天上午停梯检查导轨')
      await zhou.tapInSheet('提出方案')
      await zhou.shows('方案待答复')
      await lin.showsAnew('维保单位明天上午停梯检查导轨')
      await keepScreenshot(lin.page, 'phone-complaint')
      await lin.tap('接受方案')

      await department.shows('落实中')
      await department.say('落实完成', '导轨已校正，试乘 20 次没有抖动')
      await lin.showsAnew('已落实')
      await lin.tap('评价处理结果')
      await lin.tap('5 星，非常满意')
      await lin.write(/想说点什么/, '第二天就好了')
      await lin.tap('提交评价')
      await lin.shows('您的评价')
      await department.shows(/5 分：第二天就好了/)
      await keepScreenshot(department.page, 'console-complaint')
      await department.button('归档').click()
      await department.button('归档', department.dialog(/^归档/)).click()
      await department.shows('已归档')

      const ended = await theComplaintMarked(mark)
      expect(ended).toMatchObject({ state: 'archived', rating: 5, ratingComment: '第二天就好了', reporterName: '林晓梅' })
      const way = [
        'assign',
        'investigate',
        'propose',
        'reject-solution',
        'propose',
        'accept-solution',
        'finish',
        'rate',
        'archive',
      ]
      expect(ended.timeline.map(({ kind }) => kind).filter((kind) => kind !== 'opened')).toEqual(way)
    }),
  )

  it(
    '[COM-06] without a name is answered by people who learn nothing of who wrote it',
    walk(async (visitor) => {
      const mark = ownMark()
      await elderMode('wang', true)
      const wang = await openPhone(await visitor(), 'wang')
      await complain(wang, { about: '维修质量', words: `师傅修完没有收拾，还收了小费，编号 ${mark}`, unnamed: true })
      await wang.shows(/^匿名：物业看不到您是谁/)
      expect([await targetsSmallerThan(60, wang), await overflowOf(wang)]).toEqual([[], 0])

      const desk = await Office.open(await visitor(), 'frontdesk')
      const { number } = await openComplaint(desk, mark)
      await assign(desk, number)
      const department = await Office.open(await visitor(), 'supervisor')
      const { id, communityId } = await openComplaint(department, mark)
      await department.shows(/匿名提出，身份已封存/)
      await department.say('沟通', '请问是哪一天的事？')
      await wang.showsAnew(/请问是哪一天的事/)
      await wang.tap('补充或回复')
      await wang.write(/双方都看得到/, '上周三下午')
      await wang.tapInSheet('沟通')
      await department.shows(/上周三下午/)

      const zhou = await openPhone(await visitor(), 'zhou', `staff/complaint/index?communityId=${communityId}&id=${id}`)
      await zhou.shows(/上周三下午/)
      const told = JSON.stringify(await theComplaintMarked(mark))
      const seen = [await department.page.locator('main').innerText(), await zhou.page.locator('body').innerText(), told]
      for (const text of seen)
        for (const trace of ['王德福', '1号楼1单元', '13800010002', '138****0002']) expect(text).not.toContain(trace)
      // Nothing pushes the author to the open: neither their inbox nor their phone is told.
      const { items } = await (await asPhone('wang'))('GET /me/messages')
      expect(items.filter(({ caseId }) => caseId === id)).toEqual([])
      await wang.tap('撤回')
      await wang.write(/已经解决了/, '说清楚了')
      await wang.tapInSheet('撤回')
      await wang.shows('已撤回')
    }),
  )
})

async function elderMode(phone: string, on: boolean): Promise<void> {
  const call = await asPhone(phone)
  await call('PUT /me/preferences', { body: { elderMode: on } })
}

interface Said {
  about: string
  words: string
  unnamed?: boolean
}

async function complain(phone: Phone, { about, words, unnamed = false }: Said): Promise<void> {
  await phone.tap('投诉建议')
  await phone.tap(about)
  await phone.write(/什么事、在哪里/, words)
  if (unnamed) await phone.tap('匿名提出')
  await phone.tap('提交投诉')
  if (!unnamed) await phone.allowNotices()
  await phone.shows('待分派')
}

/** Finds it in the list as one does, by what stands in it. */
async function openComplaint(office: Office, mark: string) {
  const complaint = await theComplaintMarked(mark)
  await office.goTo('投诉建议')
  await office.page.getByLabel('搜索投诉建议').fill(mark)
  await eventually(() => office.page.getByRole('row').filter({ hasText: mark }).click({ timeout: 3_000 }))
  await office.page.getByRole('heading', { name: `投诉建议 ${complaint.number}` }).waitFor()
  return complaint
}

async function assign(office: Office, number: string): Promise<void> {
  await office.button('分派').click()
  const dialog = office.dialog(`分派 · ${number}`)
  await dialog.getByLabel('交给谁处理').click()
  await office.page.getByTitle(/^周敏（.*责任部门/).click()
  await office.button('分派', dialog).click()
  await dialog.waitFor({ state: 'hidden' })
}
