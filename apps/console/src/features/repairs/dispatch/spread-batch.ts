import type { DispatchCandidate } from '@yinuo/contracts'

interface Wanted {
  candidates: DispatchCandidate[]
  /** chosen by hand for this case */
  picked?: string
}

export const isFit = (candidate: DispatchCandidate) => candidate.qualified && candidate.onDuty

/**
 * A first proposal for a batch. The server suggests for each case as if it were alone; here what the batch already gives a
 * person counts too, so that not all of it lands on one.
 */
export function spreadBatch(batch: Wanted[]): (DispatchCandidate | undefined)[] {
  const given = new Map<string, number>()
  return batch.map(({ candidates, picked }) => {
    const fit = candidates.filter(isFit)
    const load = (candidate: DispatchCandidate) => candidate.openRepairs + (given.get(candidate.staffId) ?? 0)
    const person =
      fit.find(({ staffId }) => staffId === picked) ??
      [...fit].sort((one, other) => load(one) - load(other) || Number(other.suggested) - Number(one.suggested))[0]
    if (!person) return undefined
    const before = given.get(person.staffId) ?? 0
    given.set(person.staffId, before + 1)
    const also = before > 0 ? `（本批第 ${before + 1} 件）` : ''
    return { ...person, because: `${person.because}${also}` }
  })
}
