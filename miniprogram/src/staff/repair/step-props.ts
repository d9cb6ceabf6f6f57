import type { RepairView } from '@yinuo/contracts'

export interface StepProps {
  repair: RepairView
  onClose: () => void
  onDone: () => void
}
