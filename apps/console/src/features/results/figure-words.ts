import { complaintCategories, complaintSorts } from '@yinuo/contracts'
import type { ComplaintFiguresView } from '@yinuo/contracts'

/** What the chart of a period shows, in one sentence. */
export function figuresSentence({ total, byCategory, bySort }: ComplaintFiguresView): string {
  const [most, next] = byCategory
  if (total === 0 || !most) return '这段时间没有收到投诉和建议'
  const sorts = bySort.filter(({ count }) => count > 0).map(({ sort, count }) => `${complaintSorts[sort]} ${count}`)
  const sum = ({ complaint, suggestion, praise }: typeof most) => complaint + suggestion + praise
  const second = next ? `，其次是${complaintCategories[next.category]}（${sum(next)} 件）` : ''
  return `共 ${total} 件（${sorts.join('、')}），最多的是${complaintCategories[most.category]}（${sum(most)} 件）${second}`
}

/** How promises were kept, in one sentence. */
export function promisesSentence({ firstReply, result }: ComplaintFiguresView): string {
  const kept = firstReply.kept + result.kept
  const broken = firstReply.broken + result.broken
  if (kept + broken === 0) return '还没有到时的承诺'
  return broken === 0 ? `${kept} 项承诺全部按时` : `${kept + broken} 项承诺中 ${kept} 项按时，${broken} 项超时`
}
