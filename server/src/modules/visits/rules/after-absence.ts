import { visitLimits, type VisitOutcome, type VisitWay } from '@yinuo/contracts'

/** One time somebody tried. */
export interface Try {
  at: string
  way: VisitWay
  outcome: VisitOutcome
  byId: string
  byName: string
  note: string
}

/** What is to be done after nobody was met, with this try already among them. */
export function afterAbsence(tries: readonly Pick<Try, 'way' | 'outcome'>[]): 'again' | 'telephone' | 'unreached' {
  const last = tries.at(-1)!
  const absences = tries.filter(({ way, outcome }) => way === last.way && outcome === 'absent').length
  if (absences < visitLimits.triesEachWay) return 'again'
  return last.way === 'door' ? 'telephone' : 'unreached'
}
