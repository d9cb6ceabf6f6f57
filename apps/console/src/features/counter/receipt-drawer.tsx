import { PrinterOutlined } from '@ant-design/icons'
import { capitalAmount, counterLimits, moneyLimits, paymentWays, receiptNumberText } from '@yinuo/contracts'
import type { ReceiptView, VoidReceipt } from '@yinuo/contracts'
import { Alert, Button, Drawer, Form, Input, Modal, Skeleton, Space } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { Sheet } from '../../elements/sheet.tsx'
import { Sum } from '../../elements/sum.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import styles from './counter.module.css'
import { useCounterChange, usePrinting, useReceipt } from './queries.ts'

interface ReceiptDrawerProps {
  id: string
  onOpen: (id: string) => void
  onClose: () => void
}

/** A receipt as it was made out; printed again with a mark, or voided. */
export function ReceiptDrawer({ id, onOpen, onClose }: ReceiptDrawerProps) {
  const { communityId } = useCommunity()
  const may = useMay()
  const query = useReceipt(id)
  const { print, busy } = usePrinting()
  const [voiding, setVoiding] = useState(false)
  const receipt = query.data
  const holds = receipt && !receipt.voidedAt
  return (
    <Drawer
      open
      size={640}
      onClose={onClose}
      title={receipt ? `收据 No. ${receiptNumberText(receipt.number)}` : '收据'}
      extra={
        holds && (
          <Space>
            {may('payments.take') && (
              <>
                <Button icon={<PrinterOutlined />} loading={busy} onClick={() => void print(id, 'a5')}>
                  {receipt.prints > 0 ? '补打 A5' : '打印 A5'}
                </Button>
                <Button icon={<PrinterOutlined />} loading={busy} onClick={() => void print(id, 'thermal')}>
                  小票
                </Button>
              </>
            )}
            {may('payments.approve') && (
              <Button danger onClick={() => setVoiding(true)}>
                作废
              </Button>
            )}
          </Space>
        )
      }
    >
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      {receipt && (
        <>
          {receipt.voidedAt && (
            <Alert
              type="error"
              showIcon
              style={{ marginBottom: 16 }}
              title={`已由 ${receipt.voidedByName} 作废：${receipt.voidedBecause}`}
              description={<TimeText at={receipt.voidedAt} />}
            />
          )}
          <Paper receipt={receipt} />
          <p className={styles['hint']}>
            已打印 {receipt.prints} 次{receipt.prints > 0 && '，再打印会标注“补打”'} ·{' '}
            <Link to={`/c/${communityId}/payments?payment=${receipt.paymentId}`}>看这笔收款</Link>
          </p>
        </>
      )}
      {receipt && voiding && <VoidDialog receipt={receipt} onOpen={onOpen} onClose={() => setVoiding(false)} />}
    </Drawer>
  )
}

function Paper({ receipt: { number, voidedAt, issuedAt, issuedByName, content } }: { receipt: ReceiptView }) {
  const { companyName, communityName, unitLabel, payerName, way, reference, paidAt, lines, aheadFen, overFen, amountFen } =
    content
  return (
    <Sheet title="收据" about={`${companyName} · No. ${receiptNumberText(number)}`}>
      {voidedAt && <p className={styles['void']}>作废</p>}
      <table style={{ marginTop: 16 }}>
        <tbody>
          <tr>
            <th>房屋</th>
            <td>
              {communityName} {unitLabel}
            </td>
            <th>缴款人</th>
            <td>{payerName || '—'}</td>
          </tr>
          <tr>
            <th>方式</th>
            <td>{[paymentWays[way], reference].filter(Boolean).join(' ')}</td>
            <th>时间</th>
            <td>
              <TimeText at={paidAt} />
            </td>
          </tr>
          {lines.map(({ billId, text, amountFen: fen }) => (
            <Row key={billId} text={text} fen={fen} />
          ))}
          {aheadFen > 0 && <Row text="预存" fen={aheadFen} />}
          {overFen > 0 && <Row text="多收（待处理）" fen={overFen} />}
          <Row text="合计" fen={amountFen} strong />
          <tr>
            <th>大写</th>
            <td colSpan={3}>{capitalAmount(amountFen)}</td>
          </tr>
          <tr>
            <th>开具</th>
            <td colSpan={3}>
              {issuedByName} <TimeText at={issuedAt} />
            </td>
          </tr>
        </tbody>
      </table>
    </Sheet>
  )
}

function Row({ text, fen, strong = false }: { text: string; fen: number; strong?: boolean }) {
  return (
    <tr>
      <td colSpan={3} style={strong ? { fontWeight: 600 } : undefined}>
        {text}
      </td>
      <td className={styles['amount']}>
        <Sum fen={fen} strong={strong} />
      </td>
    </tr>
  )
}

function VoidDialog({ receipt, onOpen, onClose }: { receipt: ReceiptView; onOpen: (id: string) => void; onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<{ because: string; payerName: string }>()
  const voiding = useCounterChange(
    (body: VoidReceipt, idempotencyKey) =>
      call('POST /communities/{communityId}/receipts/{id}/void', { path: { communityId, id: receipt.id }, body, idempotencyKey }),
    '已作废',
    ({ id }) => {
      onClose()
      onOpen(id)
    },
  )
  return (
    <Modal
      open
      title={`作废收据 No. ${receiptNumberText(receipt.number)}`}
      okText="作废"
      okButtonProps={{ danger: true, loading: voiding.busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={voiding.failure} />
      <p>号码保留，不能恢复。这笔钱还在账上，会用下一个号码立即重开一张；已全额退款的不再重开。要退钱请在“收款”里申请退款。</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ payerName: receipt.payerName }}
        onFinish={({ because, payerName }) => void voiding.submit({ because, ...(payerName?.trim() ? { payerName } : {}) })}
      >
        <Form.Item name="because" label="作废原因" rules={[{ required: true, whitespace: true, message: '请填写作废原因' }]}>
          <Input.TextArea maxLength={moneyLimits.reason} autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
        <Form.Item name="payerName" label="重开时的缴款人">
          <Input maxLength={counterLimits.payer} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
