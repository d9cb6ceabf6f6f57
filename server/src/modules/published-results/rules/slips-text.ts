import {
  complaintCategories,
  complaintSorts,
  complaintStates,
  noticeLimits,
  type ComplaintCategoryCode,
  type ComplaintSort,
  type ComplaintState,
} from '@yinuo/contracts'
import { periodInWords, type Period } from './period.ts'
import { withoutPersons, type Known } from './without-persons.ts'

export interface SlipSaid {
  sort: ComplaintSort
  category: ComplaintCategoryCode
  description: string
  state: ComplaintState
  /** what was done, or will be */
  outcome: string | null
}

export interface SlipsFacts {
  openings: number
  slips: number
  unreadable: number
  said: readonly SlipSaid[]
}

const ended: readonly ComplaintState[] = ['done', 'followed-up', 'archived']
const LONGEST_SAID = 60
const LONGEST_OUTCOME = 80

/** What was said on slips and what came of it, for the notice board. */
export function slipsText(
  communityName: string,
  period: Period,
  facts: SlipsFacts,
  known: Known,
): { title: string; body: string } {
  const { openings, slips, unreadable, said } = facts
  const when = periodInWords(period)
  const head = [
    '# 开箱情况',
    `${when}，${communityName}意见箱共开箱 **${openings}** 次，收到意见 **${slips}** 张${unreadable > 0 ? `，其中 ${unreadable} 张字迹无法辨认` : ''}。`,
    '# 大家提出的意见和办理情况',
  ]
  const tail = ['# 说明', '以上内容已隐去姓名、房号和联系方式。对办理情况有不同意见的，请拨打服务热线或到前台反映。']
  const lines = said.map((slip) => lineOf(slip, known))
  const room = noticeLimits.body - [...head, ...tail].join('\n').length - 40
  const shown = fitting(lines, room)
  const more = lines.length > shown.length ? [`- 其余 ${lines.length - shown.length} 条意见的办理情况可到前台查询。`] : []
  return { title: `${when}意见箱意见办理情况`, body: [...head, ...shown, ...more, ...tail].join('\n') }
}

function lineOf({ sort, category, description, state, outcome }: SlipSaid, known: Known): string {
  const what = short(withoutPersons(description, known), LONGEST_SAID)
  const stands = ended.includes(state) ? '已办结' : complaintStates[state]
  const answer = outcome ? `${stands}，${short(withoutPersons(outcome, known), LONGEST_OUTCOME)}` : stands
  return `- ${complaintSorts[sort]}（${complaintCategories[category]}）：${what} **办理情况**：${answer}`
}

/** On one line, and without marks a notice would read as its own. */
export function short(text: string, most: number): string {
  const line = text.replaceAll('*', '').replace(/\s+/g, ' ').trim()
  return [...line].length > most ? `${[...line].slice(0, most - 1).join('')}…` : line
}

export function fitting(lines: readonly string[], room: number): string[] {
  let left = room
  const shown: string[] = []
  for (const line of lines) {
    left -= line.length + 1
    if (left < 0) break
    shown.push(line)
  }
  return shown
}
