import type { Skill } from '@yinuo/contracts'

/** Somebody who does a kind of work in a community. */
export interface Taker {
  id: string
  name: string
  communityId: string
  skills: Skill[]
  /** Null: the whole community. */
  buildingIds: string[] | null
  onDuty: boolean
  openWork: number
}

/** Whether a place lies in what the taker looks after; a place outside all buildings only in the whole community. */
export function isInScope({ buildingIds }: Pick<Taker, 'buildingIds'>, place: { buildingId: string | null }): boolean {
  return buildingIds === null || (place.buildingId !== null && buildingIds.includes(place.buildingId))
}

/** The most fitting first: on duty, with the least work. */
export function byFitness(left: Taker, right: Taker): number {
  return Number(right.onDuty) - Number(left.onDuty) || left.openWork - right.openWork || (left.id < right.id ? -1 : 1)
}
