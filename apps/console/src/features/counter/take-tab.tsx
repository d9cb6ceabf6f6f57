import { CheckCircleFilled, PrinterOutlined } from '@ant-design/icons'
import { capitalAmount, receiptNumberText } from '@yinuo/contracts'
import type { TakenMoney, UnitRow } from '@yinuo/contracts'
import { Button, Result, Skeleton, Space } from 'antd'
import { useState } from 'react'
import { useCommunity } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { yuan } from '../../words/money.ts'
import { HouseholdSearch } from '../repairs/intake/household-search.tsx'
import styles from './counter.module.css'
import { useCounterDesk, usePrinting } from './queries.ts'
import { TakeForm } from './take-form.tsx'

type Unit = Pick<UnitRow, 'id' | 'label'>

/** Who stands at the counter, what they owe, what they hand over. */
export function TakeTab({ onReceipt }: { onReceipt: (id: string) => void }) {
  const { communityId } = useCommunity()
  const [unit, setUnit] = useState<Unit | null>(null)
  const [taken, setTaken] = useState<TakenMoney | null>(null)
  const desk = useCounterDesk(unit?.id ?? null)
  const begin = () => {
    setTaken(null)
    setUnit(null)
  }
  if (taken) return <Taken taken={taken} unitLabel={unit?.label ?? ''} onReceipt={onReceipt} onNext={begin} />
  return (
    <>
      <Panel padded>
        <div className={styles['search']}>
          <HouseholdSearch communityId={communityId} value={unit} onChange={setUnit} autoFocus />
        </div>
        {!unit && <p className={styles['hint']}>先查找缴款的房屋，再勾选要缴的账单。</p>}
      </Panel>
      {desk.isError && <RetryNote query={desk} />}
      {unit && desk.isPending && <Skeleton active style={{ padding: 16 }} />}
      {unit && desk.data && <TakeForm key={unit.id} desk={desk.data} onTaken={setTaken} />}
    </>
  )
}

interface TakenProps {
  taken: TakenMoney
  unitLabel: string
  onReceipt: (id: string) => void
  onNext: () => void
}

function Taken({ taken, unitLabel, onReceipt, onNext }: TakenProps) {
  const { print, busy } = usePrinting()
  const { receiptId, receiptNumber, amountFen, changeFen } = taken
  return (
    <Panel padded>
      <Result
        icon={<CheckCircleFilled style={{ color: 'var(--on-time-text)' }} />}
        title={`已收 ${yuan(amountFen)}`}
        subTitle={
          <>
            <div>
              {unitLabel} · 收据 No. {receiptNumberText(receiptNumber)} · {capitalAmount(amountFen)}
            </div>
            {changeFen > 0 && <div className={styles['change']}>找零 {yuan(changeFen)}</div>}
          </>
        }
        extra={
          <Space wrap style={{ justifyContent: 'center' }}>
            <Button type="primary" icon={<PrinterOutlined />} loading={busy} onClick={() => void print(receiptId, 'a5')}>
              打印 A5 收据
            </Button>
            <Button icon={<PrinterOutlined />} loading={busy} onClick={() => void print(receiptId, 'thermal')}>
              打印小票
            </Button>
            <Button onClick={() => onReceipt(receiptId)}>看收据</Button>
            <Button onClick={onNext}>收下一户</Button>
          </Space>
        }
      />
    </Panel>
  )
}
