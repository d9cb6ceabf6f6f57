import { counterLimits, denominations, moneyLimits, paymentWays } from '@yinuo/contracts'
import type { CloseDay, Till } from '@yinuo/contracts'
import { Alert, Button, Drawer, Form, Input, InputNumber, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { Sum } from '../../elements/sum.tsx'
import { fenOf, yuan } from '../../words/money.ts'
import styles from './counter.module.css'
import { useCounterChange, useRenewal, useTill } from './queries.ts'
import { countedOf, denominationText, differenceText, type Pieces } from './till-words.ts'

interface Typed {
  because?: string
  deposited?: number | null
  depositSlip?: string
  handedOver?: number | null
}

/** The cashier's own day: what ought to be there, what is there, where it goes. */
export function CloseDayDrawer({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const { communityId } = useCommunity()
  const query = useTill()
  const renew = useRenewal()
  const [form] = Form.useForm<Typed>()
  const [pieces, setPieces] = useState<Pieces>({})
  const till = query.data
  const closing = useCounterChange(
    (body: CloseDay, idempotencyKey) =>
      call('POST /communities/{communityId}/day-ends', { path: { communityId }, body, idempotencyKey }),
    '日结已提交，等待另一位同事复核',
    ({ id }) => onDone(id),
  )
  const isEmpty = till?.sums.every(({ taken, refunded }) => taken + refunded === 0) ?? true
  const send = ({ because, deposited, depositSlip, handedOver }: Typed) =>
    void closing.submit({
      counted: denominations.map((fen) => ({ fen, pieces: pieces[fen] ?? 0 })).filter((each) => each.pieces > 0),
      expectedFen: till!.expectedFen,
      ...(because ? { because } : {}),
      depositedFen: fenOf(deposited ?? 0),
      ...(deposited && depositSlip ? { depositSlip } : {}),
      handedOverFen: fenOf(handedOver ?? 0),
    })
  return (
    <Drawer
      open
      size={640}
      title={till ? `${till.day} 日结` : '日结'}
      onClose={onClose}
      extra={
        <Button type="primary" loading={closing.busy} disabled={isEmpty || till?.isDone} onClick={form.submit}>
          提交日结
        </Button>
      }
    >
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      <Refusal
        failure={closing.failure}
        action={
          <Button size="small" onClick={renew}>
            刷新应有金额
          </Button>
        }
      />{' '}
      {/* prettier-ignore */}
      {till?.isDone && <Alert type="info" showIcon title="今天已经日结，之后收的钱计入下一次日结。" />}
      {till && !till.isDone && isEmpty && <Alert type="info" showIcon title="上次日结以后没有收款或退款，不用日结。" />}
      {till && <Sums till={till} />}
      {till && !till.isDone && !isEmpty && (
        <Form<Typed> form={form} layout="vertical" onFinish={send} style={{ marginTop: 16 }}>
          <h3>清点现金</h3>
          <Counting pieces={pieces} onCount={(fen, count) => setPieces((now) => ({ ...now, [fen]: count }))} />
          <Outcome till={till} countedFen={countedOf(pieces)} />
        </Form>
      )}
    </Drawer>
  )
}

function Sums({ till }: { till: Till }) {
  return (
    <>
      <Table
        rowKey="way"
        size="small"
        style={{ marginTop: 16 }}
        pagination={false}
        dataSource={till.sums}
        columns={[
          { title: '方式', render: (_, row) => paymentWays[row.way] },
          { title: '收款', align: 'right', render: (_, row) => `${row.taken} 笔` },
          { title: '收款金额', align: 'right', render: (_, row) => <Sum fen={row.takenFen} /> },
          { title: '退款', align: 'right', render: (_, row) => `${row.refunded} 笔` },
          { title: '退款金额', align: 'right', render: (_, row) => <Sum fen={row.refundedFen} /> },
        ]}
      />
      <p className={styles['hint']}>上次留存现金 {yuan(till.openingFen)}，加现金收款、减现金退款。</p>
      <div className={styles['total']}>
        <span>应有现金</span>
        <strong>{yuan(till.expectedFen)}</strong>
      </div>
    </>
  )
}

function Counting({ pieces, onCount }: { pieces: Pieces; onCount: (fen: number, count: number) => void }) {
  return (
    <div className={styles['counting']}>
      {denominations.map((fen) => (
        <label key={fen}>
          <span>{denominationText(fen)}</span>
          <InputNumber
            aria-label={`${denominationText(fen)}张数`}
            min={0}
            max={counterLimits.pieces}
            precision={0}
            suffix="张"
            style={{ width: 140 }}
            value={pieces[fen] ?? null}
            onChange={(count) => onCount(fen, count ?? 0)}
          />
        </label>
      ))}
    </div>
  )
}

function Outcome({ till, countedFen }: { till: Till; countedFen: number }) {
  const deposited = Form.useWatch<number | null>('deposited')
  const differenceFen = countedFen - till.expectedFen
  return (
    <>
      <div className={styles['total']} data-short={differenceFen !== 0} aria-live="polite">
        <span>
          清点 {yuan(countedFen)}，{differenceText(differenceFen)}
        </span>
        <strong>{yuan(differenceFen)}</strong>
      </div>
      {differenceFen !== 0 && (
        <Form.Item name="because" label="差额原因" rules={[{ required: true, whitespace: true, message: '请填写差额原因' }]}>
          <Input.TextArea maxLength={moneyLimits.text} autoSize={{ minRows: 2 }} />
        </Form.Item>
      )}
      <Form.Item name="deposited" label="存入银行">
        <InputNumber min={0} max={countedFen / 100} precision={2} suffix="元" style={{ width: '100%' }} />
      </Form.Item>
      {!!deposited && (
        <Form.Item name="depositSlip" label="缴款单号" rules={[{ required: true, whitespace: true, message: '请填写缴款单号' }]}>
          <Input maxLength={moneyLimits.reference} />
        </Form.Item>
      )}
      <Form.Item name="handedOver" label="移交财务现金" extra="其余留在钱箱，作为下次日结的上次留存">
        <InputNumber min={0} max={countedFen / 100} precision={2} suffix="元" style={{ width: '100%' }} />
      </Form.Item>
    </>
  )
}
