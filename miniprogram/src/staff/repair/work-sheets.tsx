import type { RepairAction } from '@yinuo/contracts'
import { FinishSheet } from './finish-sheet.tsx'
import { MaterialsSheet } from './materials-sheet.tsx'
import { ChargeSheet } from './charge-sheet.tsx'
import { TransferSheet } from './transfer-sheet.tsx'
import type { StepProps } from './step-props.ts'
import { ArriveSheet, DeclineSheet, NoteSheet, WaitSheet } from './plain-sheets.tsx'

export type WorkStep = Extract<
  RepairAction,
  'decline' | 'transfer' | 'arrive' | 'wait' | 'note' | 'add-materials' | 'offer-charge' | 'finish'
>
const sheets = {
  decline: DeclineSheet,
  transfer: TransferSheet,
  arrive: ArriveSheet,
  wait: WaitSheet,
  note: NoteSheet,
  'add-materials': MaterialsSheet,
  'offer-charge': ChargeSheet,
  finish: FinishSheet,
} as const

export function WorkSheet({ step, ...props }: StepProps & { step: WorkStep }) {
  const Chosen = sheets[step]
  return <Chosen {...props} />
}
