interface Slot {
  weekday: number
  from: string
  until: string
}

const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** Working hours as people read them on a door: "周一至周五 08:00–12:00、14:00–18:00；周六 09:00–12:00". */
export function hoursInWords(slots: readonly Slot[]): string {
  const hoursOf = DAYS.map((_, at) =>
    slots
      .filter(({ weekday }) => weekday === at + 1)
      .map(({ from, until }) => (from === '00:00' && until === '24:00' ? '全天' : `${from}–${until}`))
      .sort()
      .join('、'),
  )
  const stretches: { first: number; last: number; hours: string }[] = []
  hoursOf.forEach((hours, day) => {
    const before = stretches.at(-1)
    if (before?.hours === hours) before.last = day
    else stretches.push({ first: day, last: day, hours })
  })
  return stretches
    .filter(({ hours }) => hours)
    .map(({ first, last, hours }) => `${first === last ? DAYS[first] : `${DAYS[first]}至${DAYS[last]}`} ${hours}`)
    .join('；')
}
