import { describe, expect, it } from '@jest/globals'
import { noticeLimits } from '@yinuo/contracts'
import { slipsText, summaryText, type Figures } from './index.ts'

const period = { firstDay: '2026-10-01', lastDay: '2026-10-31' }
const nobody = { residents: [], staff: [] }

const figures: Figures = {
  total: 5,
  bySort: [
    { sort: 'complaint', count: 3 },
    { sort: 'suggestion', count: 2 },
    { sort: 'praise', count: 0 },
  ],
  byCategory: [
    { category: 'noise', complaint: 3, suggestion: 0, praise: 0 },
    { category: 'greening', complaint: 0, suggestion: 2, praise: 0 },
  ],
  firstReply: { kept: 4, broken: 1, running: 0 },
  result: { kept: 0, broken: 0, running: 0 },
  closed: 4,
  open: 1,
  rated: 2,
  averageRating: 4.5,
}

describe('the text of a summary', () => {
  it('says the figures, the promises kept and broken, and what was done', () => {
    const done = [{ category: 'noise', result: '夜间装修已停工，**加装**\n隔音' }] as const
    const { title, body } = summaryText('一诺花园', period, figures, done, nobody)
    expect(title).toBe('2026年10月投诉建议办理情况汇总')
    expect(body).toContain('共收到 **5** 件：投诉 3 件，建议 2 件。已办结 4 件，办理中 1 件，2 位业主评价，平均 4.5 分')
    expect(body).toContain('- 噪音扰民：投诉 3 件')
    expect(body).toContain('- 首次回复：按时 **4** 件，超时 **1** 件')
    expect(body).not.toContain('处理结果')
    expect(body).toContain('- 噪音扰民：夜间装修已停工，加装 隔音')
  })

  it('of a month without any says so', () => {
    const { body } = summaryText('一诺花园', period, { ...figures, total: 0, byCategory: [] }, [], nobody)
    expect(body).toContain('没有收到投诉和建议')
    expect(body).not.toContain('# 分类统计')
  })
})

describe('the text of slips', () => {
  it('is never longer than a notice may be, and says how many are left out', () => {
    const slip = {
      sort: 'suggestion',
      category: 'greening',
      description: '种花'.repeat(80),
      state: 'done',
      outcome: '好'.repeat(200),
    } as const
    const facts = { openings: 4, slips: 120, unreadable: 0, said: Array.from({ length: 120 }, () => slip) }
    const { body } = slipsText('一诺花园', period, facts, nobody)
    expect(body.length).toBeLessThanOrEqual(noticeLimits.body)
    const shown = body.split('\n').filter((line) => line.startsWith('- 建议（')).length
    expect(shown).toBeGreaterThan(10)
    expect(body).toContain(`- 其余 ${120 - shown} 条意见`)
  })
})
