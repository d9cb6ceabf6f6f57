import {
  complaintCategories,
  complaintSorts,
  noticeLimits,
  type ComplaintCategoryCode,
  type ComplaintSort,
} from '@yinuo/contracts'
import { periodInWords, type Period } from './period.ts'
import { fitting, short } from './slips-text.ts'
import { withoutPersons, type Known } from './without-persons.ts'

interface Promise {
  kept: number
  broken: number
  running: number
}

export interface Figures {
  total: number
  bySort: { sort: ComplaintSort; count: number }[]
  byCategory: { category: ComplaintCategoryCode; complaint: number; suggestion: number; praise: number }[]
  firstReply: Promise
  result: Promise
  closed: number
  open: number
  rated: number
  /** of five; null: nobody has said */
  averageRating: number | null
}

/** Something that was carried out, in the words of who did it; never of an unnamed complaint. */
export interface Done {
  category: ComplaintCategoryCode
  result: string
}

const LONGEST_DONE = 80

/** The figures of a period and what was done, for the notice board. */
export function summaryText(
  communityName: string,
  period: Period,
  figures: Figures,
  done: readonly Done[],
  known: Known,
): { title: string; body: string } {
  const when = periodInWords(period)
  const head = ['# 总体情况', totalOf(communityName, when, figures)]
  if (figures.total > 0) head.push('# 分类统计', ...figures.byCategory.map(categoryLine), '# 服务承诺', ...promiseLines(figures))
  const tail = ['# 说明', '以上数字来自投诉建议登记记录，不含任何个人信息。欢迎通过小程序、服务热线、意见箱和前台继续提出意见。']
  const lines = done.map(
    ({ category, result }) => `- ${complaintCategories[category]}：${short(withoutPersons(result, known), LONGEST_DONE)}`,
  )
  const heading = '# 我们做了什么'
  const shown = fitting(lines, noticeLimits.body - [...head, heading, ...tail].join('\n').length - 20)
  const what = shown.length > 0 ? [heading, ...shown] : []
  return { title: `${when}投诉建议办理情况汇总`, body: [...head, ...what, ...tail].join('\n') }
}

function totalOf(communityName: string, when: string, { total, bySort, closed, open, rated, averageRating }: Figures): string {
  if (total === 0) return `${when}，${communityName}没有收到投诉和建议。`
  const sorts = bySort.filter(({ count }) => count > 0).map(({ sort, count }) => `${complaintSorts[sort]} ${count} 件`)
  const rating =
    rated > 0 && averageRating !== null ? `，${rated} 位业主评价，平均 ${averageRating.toFixed(1)} 分（满分 5 分）` : ''
  return `${when}，${communityName}共收到 **${total}** 件：${sorts.join('，')}。已办结 ${closed} 件，办理中 ${open} 件${rating}。`
}

function categoryLine(row: Figures['byCategory'][number]): string {
  const parts = (['complaint', 'suggestion', 'praise'] as const)
    .filter((sort) => row[sort] > 0)
    .map((sort) => `${complaintSorts[sort]} ${row[sort]} 件`)
  return `- ${complaintCategories[row.category]}：${parts.join('，')}`
}

function promiseLines({ firstReply, result }: Figures): string[] {
  return [['首次回复', firstReply] as const, ['处理结果', result] as const]
    .filter(([, { kept, broken, running }]) => kept + broken + running > 0)
    .map(([name, { kept, broken, running }]) => {
      const still = running > 0 ? `，仍在时限内 ${running} 件` : ''
      return `- ${name}：按时 **${kept}** 件，超时 **${broken}** 件${still}`
    })
}
