import {
  complaintCategories,
  repairCategories,
  type CauseAnalysis,
  type CauseKind,
  type ComplaintCategoryCode,
  type RepairCategoryCode,
  type RepeatRule,
} from '@yinuo/contracts'

/** The category of a case or a cause as people say it. */
export function categoryWord(kind: CauseKind, category: string | null): string {
  if (category === null) return '通用'
  return kind === 'repair'
    ? repairCategories[category as RepairCategoryCode].label
    : complaintCategories[category as ComplaintCategoryCode]
}

/** Where something repeats. */
export const placeWord = ({ rule, placeLabel }: { rule: RepeatRule; placeLabel: string }): string =>
  rule === 'cause' ? '全小区' : placeLabel

/** 80 percent: what a Pareto chart is looked at for. */
const MOST = 80

/** What the chart shows, in a sentence. */
export function paretoSentence({ named, items: causes }: Pick<CauseAnalysis, 'named' | 'items'>): string {
  const [first] = causes
  if (!first) return '这段时间还没有注明原因的工单'
  if (causes.length === 1) return `${named} 件都是因为“${first.name}”`
  const few = causes.findIndex(({ cumulative }) => cumulative >= MOST) + 1
  const names = causes.slice(0, Math.min(few, 3)).map(({ name }) => `“${name}”`)
  const list = few > 3 ? `${names.join('、')}等 ${few} 个原因` : names.join('、')
  return `${causes[few - 1]!.cumulative}% 的工单是因为${list}`
}
