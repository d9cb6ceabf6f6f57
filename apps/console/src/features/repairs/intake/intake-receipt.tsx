import { repairStates } from '@yinuo/contracts'
import type { RepairReceipt } from '@yinuo/contracts'
import { Button, Result } from 'antd'
import { useOpenCase } from '../case-link.tsx'
import { useRepair } from '../queries.ts'
import { RowClock } from '../repair-marks.tsx'

/** Registered: the number to tell the caller, and what is promised. */
export function IntakeReceipt({
  receipt,
  onAgain,
  onClose,
}: {
  receipt: RepairReceipt
  onAgain: () => void
  onClose: () => void
}) {
  const openCase = useOpenCase()
  const { data: repair } = useRepair(receipt.communityId, receipt.id)
  return (
    <Result
      status="success"
      title={`已登记 ${receipt.number}`}
      subTitle={
        repair ? (
          <>
            <p style={{ marginBottom: 8 }}>
              {repairStates[repair.state]}
              {repair.assignee && `：${repair.assignee.name}`} · {repair.nextStep}
            </p>
            <RowClock row={repair} filled />
          </>
        ) : (
          '请把单号告诉报修人。'
        )
      }
      extra={[
        <Button key="again" type="primary" onClick={onAgain} autoFocus>
          再登记一条
        </Button>,
        <Button
          key="open"
          onClick={() => {
            onClose()
            onAgain()
            openCase(receipt.communityId, receipt.id)
          }}
        >
          打开这一单
        </Button>,
      ]}
    />
  )
}
