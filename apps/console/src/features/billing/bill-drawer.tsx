import { billKinds, entryKinds, funds, moneyLimits } from '@yinuo/contracts'
import type { BillView } from '@yinuo/contracts'
import { Alert, Button, Checkbox, Descriptions, Drawer, Form, Input, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { yuan } from '../../words/money.ts'
import styles from './billing.module.css'
import { BillTag } from './marks.tsx'
import { useBill, useBillingChange, useLateFee } from './queries.ts'
import { Sentences } from './sentences.tsx'
import { periodText } from './words.ts'

/** One bill: how it was reckoned, what happened to it, and the way to take it back. */
export function BillDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const may = useMay()
  const query = useBill(id)
  const bill = query.data
  const [reversing, setReversing] = useState(false)
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={bill ? `${bill.unitLabel} · ${bill.chargeName}` : '账单'}
      extra={
        bill &&
        bill.state !== 'reversed' &&
        may('billing.run') && (
          <Button danger onClick={() => setReversing(true)}>
            冲销
          </Button>
        )
      }
    >
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      {bill && <Facts bill={bill} />}
      {bill && reversing && <ReverseDialog bill={bill} onClose={() => setReversing(false)} />}
    </Drawer>
  )
}

function Facts({ bill }: { bill: BillView }) {
  const { communityId } = useCommunity()
  const may = useMay()
  return (
    <>
      {bill.reversedBecause && (
        <Alert type="info" showIcon title={`已冲销：${bill.reversedBecause}`} style={{ marginBottom: 16 }} />
      )}
      <Descriptions
        column={2}
        size="small"
        items={[
          { key: 'state', label: '状态', children: <BillTag bill={bill} /> },
          { key: 'kind', label: '类型', children: billKinds[bill.kind] },
          { key: 'period', label: '账期', children: periodText(bill.periodFrom, bill.periodTo) },
          { key: 'due', label: '应缴日期', children: bill.dueOn },
          { key: 'fund', label: '资金归属', children: funds[bill.fund] },
          { key: 'owed', label: '未收', children: <span className={styles['fen']}>{yuan(bill.owedFen)}</span> },
          {
            key: 'unit',
            label: '房屋',
            children: <Link to={`/c/${communityId}/archive/${bill.unitId}`}>{bill.unitLabel}</Link>,
          },
        ]}
      />
      <h3>怎么算的</h3>
      <Sentences lines={bill.madeOf} totalFen={bill.amountFen} />
      <LateFee bill={bill} />
      <h3>经过</h3>
      <ul className={styles['lines']}>
        <li>
          <span>
            生成账单{' '}
            <span className={styles['quiet']}>
              <TimeText at={bill.createdAt} />
            </span>
          </span>
          <span>{yuan(bill.amountFen)}</span>
        </li>
        {bill.history
          .filter(({ kind }) => kind !== 'bill-run')
          .map((each) => (
            <li key={`${each.at}${each.kind}`}>
              <span>
                {entryKinds[each.kind]} · {each.text}{' '}
                {each.paymentId && may('payments.read') && (
                  <Link to={`/c/${communityId}/payments?payment=${each.paymentId}`}>看收款</Link>
                )}
                <br />
                <span className={styles['quiet']}>
                  {each.byName} <TimeText at={each.at} />
                </span>
              </span>
              <span>{yuan(each.amountFen)}</span>
            </li>
          ))}
      </ul>
    </>
  )
}

function LateFee({ bill }: { bill: BillView }) {
  const fee = useLateFee(bill).data?.lateFee
  if (!fee) return null
  return (
    <>
      <h3>至今的违约金</h3>
      <ul className={styles['lines']}>
        <li>
          <span>
            {fee.formula}
            <br />
            <span className={styles['quiet']}>依据 {fee.contract}；缴清后才生成账单。</span>
          </span>
          <span>{yuan(fee.feeFen)}</span>
        </li>
      </ul>
    </>
  )
}

interface Typed {
  reason: string
  intoBalance?: boolean
}

function ReverseDialog({ bill, onClose }: { bill: BillView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<Typed>()
  const change = useBillingChange(
    ({ reason, intoBalance }: Typed, idempotencyKey) =>
      call('POST /communities/{communityId}/bills/{id}/reverse', {
        path: { communityId, id: bill.id },
        body: { reason: reason.trim(), ...(intoBalance && { paidInto: 'balance' as const }) },
        idempotencyKey,
      }),
    '账单已冲销',
    onClose,
  )
  return (
    <Modal
      open
      title={`冲销 ${bill.chargeName} ${yuan(bill.amountFen)}`}
      okText="冲销"
      okButtonProps={{ danger: true, loading: change.busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={change.failure} />
      <p className={styles['quiet']}>冲销后住户不再欠这一笔，账簿记一笔相反的分录；之后可以重新生成。</p>
      <Form<Typed> form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void change.submit(typed)}>
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请写明原因' }]}>
          <Input.TextArea maxLength={moneyLimits.reason} showCount autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
        {bill.paidFen > 0 && (
          <Form.Item name="intoBalance" valuePropName="checked">
            <Checkbox>已缴的 {yuan(bill.paidFen)} 转入这户的预存</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
