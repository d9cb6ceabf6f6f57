import { moneyLimits, paymentWays, receiptNumberText } from '@yinuo/contracts'
import type { DayEndView } from '@yinuo/contracts'
import { App, Button, Drawer, Form, Input, Modal, Skeleton, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { PrintButton, Sheet, SheetPart, Signatures } from '../../elements/sheet.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { yuan } from '../../words/money.ts'
import styles from './counter.module.css'
import { DayEndTag } from './day-ends-tab.tsx'
import { useCounterChange, useDayEnd, useRenewal } from './queries.ts'
import { denominationText, differenceText } from './till-words.ts'

/** One day-end: a paper to print and sign, confirmed or returned by another person. */
export function DayEndDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const { modal } = App.useApp()
  const renew = useRenewal()
  const query = useDayEnd(id)
  const [returning, setReturning] = useState(false)
  const dayEnd = query.data
  const confirming = useCounterChange(
    (body: { version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/day-ends/{id}/confirm', { path: { communityId, id }, body, idempotencyKey }),
    '已复核',
  )
  const decides = dayEnd?.state === 'counted' && !dayEnd.mine && may('payments.approve')
  const confirm = ({ version, depositedFen, depositSlip }: DayEndView) =>
    modal.confirm({
      title: '复核无误？',
      content:
        depositedFen > 0
          ? `将记账：现金 ${yuan(depositedFen)} 存入银行（缴款单 ${depositSlip}）。复核后不能更改。`
          : '复核后不能更改。',
      okText: '复核',
      onOk: () => confirming.submit({ version }),
    })
  return (
    <Drawer
      open
      size={760}
      onClose={onClose}
      title={dayEnd ? `${dayEnd.day} ${dayEnd.cashierName} 日结` : '日结'}
      extra={
        dayEnd && (
          <Space>
            <PrintButton />
            {decides && (
              <>
                <Button danger onClick={() => setReturning(true)}>
                  退回
                </Button>
                <Button type="primary" loading={confirming.busy} onClick={() => confirm(dayEnd)}>
                  复核
                </Button>
              </>
            )}
          </Space>
        )
      }
    >
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      <Refusal failure={confirming.failure} onReload={renew} />
      {dayEnd && <Paper dayEnd={dayEnd} />}
      {dayEnd && returning && <ReturnDialog dayEnd={dayEnd} onClose={() => setReturning(false)} />}
    </Drawer>
  )
}

function Paper({ dayEnd }: { dayEnd: DayEndView }) {
  const { name } = useCommunity()
  const { sums, counted, entries, openingFen, expectedFen, countedFen, because, depositedFen, depositSlip, handedOverFen } =
    dayEnd
  const leftFen = countedFen - depositedFen - handedOverFen
  return (
    <Sheet
      title="收款日结单"
      about={
        <>
          {name} · {dayEnd.cashierName} · {dayEnd.day} · <DayEndTag dayEnd={dayEnd} />
        </>
      }
    >
      {dayEnd.returnedBecause && <p className={styles['held']}>退回原因：{dayEnd.returnedBecause}</p>}
      <SheetPart title="收款与退款">
        <table>
          <thead>
            <tr>
              <th>方式</th>
              <th className={styles['amount']}>收款</th>
              <th className={styles['amount']}>收款金额</th>
              <th className={styles['amount']}>退款</th>
              <th className={styles['amount']}>退款金额</th>
            </tr>
          </thead>
          <tbody>
            {sums.map((sum) => (
              <tr key={sum.way}>
                <td>{paymentWays[sum.way]}</td>
                <td className={styles['amount']}>{sum.taken} 笔</td>
                <td className={styles['amount']}>{yuan(sum.takenFen)}</td>
                <td className={styles['amount']}>{sum.refunded} 笔</td>
                <td className={styles['amount']}>{yuan(sum.refundedFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </SheetPart>
      <SheetPart title="现金">
        <table>
          <tbody>
            <Fact name="上次留存" value={yuan(openingFen)} />
            <Fact name="应有" value={yuan(expectedFen)} />
            <Fact
              name={`清点：${counted.map(({ fen, pieces }) => `${denominationText(fen)} × ${pieces}`).join('，') || '没有现金'}`}
              value={yuan(countedFen)}
            />
            <Fact name={`差额${because && `（${because}）`}`} value={differenceText(countedFen - expectedFen)} />
            <Fact name={`存入银行${depositSlip && `（缴款单 ${depositSlip}）`}`} value={yuan(depositedFen)} />
            <Fact name="移交财务" value={yuan(handedOverFen)} />
            <Fact name="留在钱箱" value={yuan(leftFen)} />
          </tbody>
        </table>
      </SheetPart>
      {entries.length > 0 && (
        <SheetPart title={`明细 ${entries.length} 笔`}>
          <table>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.sourceId}>
                  <td>
                    <TimeText at={entry.at} />
                  </td>
                  <td>{entry.unitLabel}</td>
                  <td>
                    {paymentWays[entry.way]}
                    {entry.kind === 'refund' && '退款'}
                    {entry.receiptNumber !== null && ` No. ${receiptNumberText(entry.receiptNumber)}`}
                  </td>
                  <td className={styles['amount']}>{yuan(entry.kind === 'refund' ? -entry.amountFen : entry.amountFen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </SheetPart>
      )}
      <Signatures who={['收款人', `复核人${dayEnd.state === 'confirmed' ? ` ${dayEnd.decidedByName}` : ''}`, '出纳']} />
    </Sheet>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <tr>
      <td>{name}</td>
      <td className={styles['amount']}>{value}</td>
    </tr>
  )
}

function ReturnDialog({ dayEnd: { id, version }, onClose }: { dayEnd: DayEndView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<{ because: string }>()
  const returning = useCounterChange(
    (body: { version: number; because: string }, idempotencyKey) =>
      call('POST /communities/{communityId}/day-ends/{id}/return', { path: { communityId, id }, body, idempotencyKey }),
    '已退回，收款人可以重新清点',
    onClose,
  )
  return (
    <Modal
      open
      title="退回日结"
      okText="退回"
      okButtonProps={{ danger: true, loading: returning.busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={returning.failure} />
      <Form form={form} layout="vertical" onFinish={({ because }) => void returning.submit({ version, because })}>
        <Form.Item name="because" label="退回原因" rules={[{ required: true, whitespace: true, message: '请填写退回原因' }]}>
          <Input.TextArea maxLength={moneyLimits.reason} autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
