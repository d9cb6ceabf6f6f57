import type { RepairAction, RepairActionBodies, VisitMethod, WaitReason } from '@yinuo/contracts'
import type { KeptPhoto } from '../../../elements/photo-picker.tsx'
import { fenOf } from '../../../words/money.ts'

/** What the forms of all actions gather; each action uses its part. */
export interface Typed {
  reason?: string
  text?: string
  photos?: KeptPhoto[]
  waitFor?: WaitReason
  until?: { toISOString(): string }
  materials?: { name: string; quantity: number; unit: string; unitPrice: number }[]
  lines?: { label: string; amount: number }[]
  labourMinutes?: number
  rating?: number
  method?: VisitMethod
  satisfied?: boolean
}
/** Dispatch and transfer have a dialog of their own. */
export type FormAction = Exclude<RepairAction, 'dispatch' | 'transfer'>

/** What an action sends, made of what was typed. */
export function bodyOf(action: FormAction, typed: Typed, version: number): RepairActionBodies[FormAction] {
  const reason = typed.reason?.trim() ?? ''
  const text = typed.text?.trim() ?? ''
  const fileIds = (typed.photos ?? []).map(({ id }) => id)
  switch (action) {
    case 'accept':
    case 'resume':
    case 'agree-charge':
    case 'archive':
      return { version }
    case 'decline':
    case 'refuse-charge':
    case 'cancel':
      return { version, reason }
    case 'reopen':
      return { version, reason, fileIds }
    case 'arrive':
      return { version, fileIds }
    case 'wait':
      return { version, for: typed.waitFor ?? 'parts', reason, ...(typed.until ? { until: typed.until.toISOString() } : {}) }
    case 'note':
      return { version, text, fileIds }
    case 'add-materials':
      return {
        version,
        materials: (typed.materials ?? []).map(({ name, quantity, unit, unitPrice }) => ({
          name: name.trim(),
          quantity,
          unit: unit.trim(),
          unitPriceFen: fenOf(unitPrice),
        })),
      }
    case 'offer-charge':
      return {
        version,
        lines: (typed.lines ?? []).map(({ label, amount }) => ({ label: label.trim(), amountFen: fenOf(amount) })),
      }
    case 'finish':
      return { version, text, labourMinutes: typed.labourMinutes ?? 0, fileIds }
    case 'confirm':
      return { version, rating: typed.rating ?? 5, ...(text ? { comment: text } : {}) }
    case 'visit':
      return { version, method: typed.method ?? 'telephone', satisfied: typed.satisfied ?? true, finding: text }
  }
}

export const totalFen = (lines: ({ amount?: number } | undefined)[] = []) =>
  lines.reduce((sum, line) => sum + fenOf(line?.amount ?? 0), 0)
