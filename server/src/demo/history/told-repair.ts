import type { DemoStaff } from '../company/model.ts'
import type { Story } from './story.ts'

/** What a repair left behind besides its timeline. */
export interface ToldRepair {
  story: Story
  assignee: DemoStaff | null
  because: { rule: string; text: string }[]
  labourMinutes: number | null
  waiting: { for: 'parts' | 'resident'; because: string; since: Date; until: Date | null } | null
  charge: {
    state: 'none' | 'offered' | 'agreed' | 'refused'
    lines: { label: string; amountFen: number }[]
    offeredAt: Date | null
    answeredAt: Date | null
  }
  materials: { name: string; quantity: number; unit: string; unitPriceFen: number; at: Date }[]
  doneAt: Date | null
  closedAt: Date | null
  closeReason: 'confirmed' | 'unanswered' | null
  rating: number | null
  comment: string | null
  reopened: number
  visits: { at: Date; method: 'telephone' | 'door'; satisfied: boolean; finding: string; by: DemoStaff }[]
  pictures: { purpose: 'report' | 'before' | 'after'; event: number }[]
}

/** A repair of which nothing but its report is known. */
export function untold(story: Story): ToldRepair {
  return {
    story,
    assignee: null,
    because: [],
    labourMinutes: null,
    waiting: null,
    charge: { state: 'none', lines: [], offeredAt: null, answeredAt: null },
    materials: [],
    doneAt: null,
    closedAt: null,
    closeReason: null,
    rating: null,
    comment: null,
    reopened: 0,
    visits: [],
    pictures: [],
  }
}
