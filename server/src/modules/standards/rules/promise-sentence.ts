import type { RepairFigures, Urgency } from '@yinuo/contracts'

/** What is promised for a repair of this urgency, as people say it; said before the report is sent. */
export function promiseSentence(figures: RepairFigures, urgency: Urgency): string {
  const respond = figures.respondWithinMinutes[urgency]
  const resolve = figures.resolveWithinMinutes[urgency]
  const onlyAtWork = urgency !== 'emergency' && figures.workingHoursOnly.includes('respond') ? '（服务时间内）' : ''
  const parts = [
    respond === null ? null : `${minutesInWords(respond)}内有人接单${onlyAtWork}`,
    figures.answerWithinMinutes === null ? null : `${minutesInWords(figures.answerWithinMinutes)}内答复`,
    resolve === null ? null : `${minutesInWords(resolve)}内修好`,
    figures.smallRepairsSameDay ? '小修不过夜' : null,
  ]
  return parts.filter((part) => part !== null).join('，')
}

export function minutesInWords(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`
}
