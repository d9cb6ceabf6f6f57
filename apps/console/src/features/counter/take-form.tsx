import { counterLimits, counterWays, moneyLimits, paymentWays } from '@yinuo/contracts'
import type { CounterDesk, CounterWay, TakeMoney, TakenMoney } from '@yinuo/contracts'
import { Button, Form, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { fenOf, yuan } from '../../words/money.ts'
import styles from './counter.module.css'
import { OwedBills } from './owed-bills.tsx'
import { useCounterChange, useRenewal } from './queries.ts'
import { partsOf } from './till-words.ts'

interface Typed {
  way: CounterWay
  payerName: string
  reference?: string
  handed?: number | null
}

/** The bills that are ticked, the way they are paid, and the sum said large. */
export function TakeForm({ desk, onTaken }: { desk: CounterDesk; onTaken: (taken: TakenMoney) => void }) {
  const { communityId } = useCommunity()
  const renew = useRenewal()
  const [form] = Form.useForm<Typed>()
  const way = Form.useWatch('way', form) ?? 'cash'
  const handed = Form.useWatch('handed', form)
  const [ticked, setTicked] = useState(() =>
    desk.bills
      .filter(({ heldBy }) => !heldBy)
      .slice(0, moneyLimits.billsAtOnce)
      .map(({ id }) => id),
  )
  const [typed, setTyped] = useState<Record<string, number>>({})
  const [aheadFen, setAheadFen] = useState(0)
  const parts = partsOf(desk.bills, ticked, typed)
  const totalFen = parts.reduce((sum, { amountFen }) => sum + amountFen, aheadFen)
  const taking = useCounterChange(
    (body: TakeMoney, idempotencyKey) =>
      call('POST /communities/{communityId}/counter-payments', { path: { communityId }, body, idempotencyKey }),
    null,
    onTaken,
  )
  const send = ({ payerName, reference, handed: cash }: Typed) =>
    void taking.submit({
      unitId: desk.unitId,
      way,
      parts,
      aheadFen,
      payerName,
      ...(reference && way !== 'cash' ? { reference } : {}),
      ...(way === 'cash' && cash ? { handedFen: fenOf(cash) } : {}),
    })
  const isCash = way === 'cash'
  const changeFen = isCash && handed && totalFen > 0 ? fenOf(handed) - totalFen : 0
  return (
    <>
      <Refusal
        failure={taking.failure}
        onReload={renew}
        action={
          <Button size="small" onClick={renew}>
            刷新账单
          </Button>
        }
      />{' '}
      {/* prettier-ignore */}
      <div className={styles['desk']}>
        <Panel title={`${desk.unitLabel} 待缴账单`} extra={<span>预存余额 {yuan(desk.balanceFen)}</span>}>
          <OwedBills
            bills={desk.bills}
            ticked={ticked}
            typed={typed}
            onTick={setTicked}
            onType={(id, fen) => setTyped((now) => ({ ...now, [id]: fen }))}
          />
        </Panel>
        <Panel title="收款" padded>
          <Form<Typed>
            form={form}
            layout="vertical"
            initialValues={{ way: 'cash', payerName: desk.lastPayerName }}
            onFinish={send}
          >
            <Form.Item name="way" label="方式">
              <Radio.Group
                optionType="button"
                buttonStyle="solid"
                options={counterWays.map((value) => ({ value, label: paymentWays[value] }))}
              />
            </Form.Item>
            <Form.Item label="另外预存">
              <InputNumber
                aria-label="另外预存"
                min={0}
                max={1_000_000}
                precision={2}
                suffix="元"
                style={{ width: '100%' }}
                value={aheadFen / 100}
                onChange={(value) => setAheadFen(fenOf(value ?? 0))}
              />
            </Form.Item>
            <Form.Item
              name="payerName"
              label="缴款人（收据抬头）"
              rules={[{ required: true, whitespace: true, message: '请填写缴款人' }]}
            >
              <Input maxLength={counterLimits.payer} />
            </Form.Item>
            {!isCash && (
              <Form.Item
                name="reference"
                label={way === 'pos' ? '小票号' : '转账流水号'}
                rules={[{ required: true, whitespace: true, message: '请填写，以便对账' }]}
              >
                <Input maxLength={moneyLimits.reference} />
              </Form.Item>
            )}
            <div className={styles['total']} aria-live="polite">
              <span>应收</span>
              <strong>{yuan(totalFen)}</strong>
            </div>
            {isCash && (
              <Form.Item name="handed" label="实收现金（用于找零，可不填）">
                <InputNumber min={0} max={1_000_000} precision={2} suffix="元" style={{ width: '100%' }} />
              </Form.Item>
            )}
            {changeFen !== 0 && (
              <div className={styles['total']} data-short={changeFen < 0} aria-live="polite">
                <span>{changeFen < 0 ? '还差' : '找零'}</span>
                <strong>{yuan(Math.abs(changeFen))}</strong>
              </div>
            )}
            <Button
              type="primary"
              size="large"
              block
              htmlType="submit"
              loading={taking.busy}
              disabled={totalFen === 0 || changeFen < 0}
            >
              收款 {yuan(totalFen)} 并开收据
            </Button>
          </Form>
        </Panel>
      </div>
    </>
  )
}
