import type { ChargeState, RepairState, WaitReason } from '@yinuo/contracts'

interface NextStepFacts {
  state: RepairState
  assigneeName: string | null
  waitingFor: WaitReason | null
  chargeState: ChargeState
}

/** What happens next, in one sentence for staff: who owes the next act. */
export function nextStepForStaff(repair: NextStepFacts): string {
  if (repair.chargeState === 'offered') return '等住户同意报价。'
  const name = repair.assigneeName ?? '处理人'
  switch (repair.state) {
    case 'reported':
      return '等待派单；没有合适的人在岗时请手动派。'
    case 'assigned':
      return `等${name}接单。`
    case 'accepted':
      return `等${name}到场。`
    case 'working':
      return `${name}正在维修。`
    case 'waiting':
      return repair.waitingFor === 'parts' ? '等配件到货。' : '等住户方便。'
    case 'done':
      return '等住户确认；逾期自动关闭。'
    case 'closed':
      return '可以回访和抽查；30 天后归档。'
    case 'archived':
      return '已归档。'
    case 'cancelled':
      return '已取消。'
  }
}

/** What happens next, in one sentence for the resident. */
export function nextStep(repair: NextStepFacts): string {
  if (repair.chargeState === 'offered') return '请先确认维修报价，同意后师傅再动工。'
  const name = repair.assigneeName ?? '师傅'
  switch (repair.state) {
    case 'reported':
      return '正在为您安排师傅。'
    case 'assigned':
      return `已派给${name}，等待接单。`
    case 'accepted':
      return `${name}已接单，正准备上门。`
    case 'working':
      return `${name}正在维修。`
    case 'waiting':
      return repair.waitingFor === 'parts' ? '配件到货后继续维修。' : '等您方便时继续维修，可电话联系师傅。'
    case 'done':
      return '维修已完成，请确认并评价；没修好可以要求重新处理。'
    case 'closed':
      return '已完成。如问题再次出现，可以要求重新处理。'
    case 'archived':
      return '已归档。'
    case 'cancelled':
      return '已取消。'
  }
}
