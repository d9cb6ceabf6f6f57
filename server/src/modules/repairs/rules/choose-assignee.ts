import { skills, type Skill } from '@yinuo/contracts'

export interface Candidate {
  staffId: string
  name: string
  skills: readonly Skill[]
  onDuty: boolean
  openRepairs: number
  /** Where their present work is, on the community's plan. */
  at: { building: string; x: number; y: number } | null
}

export interface Choice {
  staffId: string
  name: string
  because: { rule: string; text: string }[]
}

/** What the place asks for. */
export interface DispatchNeed {
  skill: Skill
  at: { x: number; y: number } | null
  /** Who already declined this repair. */
  declinedBy: readonly string[]
}

/**
 * REP-02: the qualified person on duty with the least load; of equals the one whose present work is nearest.
 * Says why, in the order in which it was decided.
 */
export function chooseAssignee(candidates: readonly Candidate[], need: DispatchNeed): Choice | null {
  const able = rank(candidates, need)
  const chosen = able[0]
  if (!chosen) return null
  const equals = able.filter((candidate) => candidate.openRepairs === chosen.openRepairs)
  return {
    staffId: chosen.staffId,
    name: chosen.name,
    because: [
      { rule: 'qualified', text: `有“${skills[need.skill]}”资质` },
      { rule: 'on-duty', text: `当前在岗${able.length > 1 ? `（同资质在岗 ${able.length} 人）` : '，是唯一在岗的合格人员'}` },
      ...(able.length > 1 ? [{ rule: 'least-load', text: `手上 ${chosen.openRepairs} 单，最少` }] : []),
      ...(equals.length > 1 && chosen.at ? [{ rule: 'nearest', text: `正在${chosen.at.building}，离得最近` }] : []),
    ],
  }
}

/** Those who could be given the repair, best first. */
export function rank(candidates: readonly Candidate[], need: DispatchNeed): Candidate[] {
  return candidates
    .filter(
      (candidate) =>
        isQualified(candidate.skills, need.skill) && candidate.onDuty && !need.declinedBy.includes(candidate.staffId),
    )
    .sort(
      (left, right) =>
        left.openRepairs - right.openRepairs ||
        distance(left, need) - distance(right, need) ||
        (left.staffId < right.staffId ? -1 : 1),
    )
}

export function isQualified(held: readonly Skill[], needed: Skill): boolean {
  return held.includes(needed)
}

function distance(candidate: Candidate, need: DispatchNeed): number {
  if (!candidate.at || !need.at) return Number.MAX_SAFE_INTEGER
  return Math.hypot(candidate.at.x - need.at.x, candidate.at.y - need.at.y)
}
