import { paymentWays } from '@yinuo/contracts'
import type { RefundRow } from '@yinuo/contracts'
import { App, Button, Space, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { Sum } from '../../elements/sum.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { yuan } from '../../words/money.ts'
import { RefundTag } from './marks.tsx'
import { usePaymentChange, useRenewal } from './queries.ts'
import { RefuseRefundDialog } from './refuse-refund-dialog.tsx'

/** Refunds with what can be done about each; with a way to the payment where one does not stand there already. */
export function RefundList({ refunds, onOpen }: { refunds: readonly RefundRow[]; onOpen?: (paymentId: string) => void }) {
  return (
    <Table<RefundRow>
      rowKey="id"
      size={onOpen ? 'middle' : 'small'}
      dataSource={[...refunds]}
      pagination={false}
      scroll={{ x: onOpen ? 900 : 640 }}
      columns={[
        ...(onOpen
          ? [
              {
                title: '房屋',
                width: 170,
                render: (_: unknown, row: RefundRow) => (
                  <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => onOpen(row.paymentId)}>
                    {row.unitLabel}
                  </Button>
                ),
              },
            ]
          : []),
        { title: '金额', width: 110, align: 'right', render: (_, row) => <Sum fen={row.amountFen} /> },
        { title: '方式', width: 100, render: (_, row) => paymentWays[row.way] },
        {
          title: '状态',
          width: 150,
          render: (_, row) => (
            <>
              <RefundTag refund={row} />
              {row.trouble && <div style={{ color: 'var(--late)' }}>{row.trouble}</div>}
              {row.refusedBecause && <div style={{ color: 'var(--secondary)' }}>{row.refusedBecause}</div>}
            </>
          ),
        },
        {
          title: '原因与经办',
          render: (_, row) => (
            <>
              {row.reason}
              <div style={{ color: 'var(--secondary)' }}>
                {row.askedByName} 申请 <TimeText at={row.createdAt} />
                {row.approvedByName && `，${row.approvedByName} 审批`}
              </div>
            </>
          ),
        },
        { title: '操作', width: 170, fixed: 'right', render: (_, row) => <Steps refund={row} /> },
      ]}
    />
  )
}

function Steps({ refund }: { refund: RefundRow }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const { modal } = App.useApp()
  const renew = useRenewal()
  const [refusing, setRefusing] = useState(false)
  const { id, version, state, way } = refund
  const path = { communityId, id }
  const approving = usePaymentChange(
    (_: object, idempotencyKey) =>
      call('POST /communities/{communityId}/refunds/{id}/approve', { path, body: { version }, idempotencyKey }),
    way === 'wechat' ? '已批准，系统会向微信支付发起退款' : '已批准，请办理退款',
  )
  const paying = usePaymentChange(
    (_: object, idempotencyKey) =>
      call('POST /communities/{communityId}/refunds/{id}/pay', { path, body: { version }, idempotencyKey }),
    '已登记退款',
  )
  const asking = usePaymentChange(
    (_: object, idempotencyKey) => call('POST /communities/{communityId}/refunds/{id}/ask', { path, idempotencyKey }),
    '已按微信支付的答复更新',
  )
  const confirm = (title: string, content: string, onOk: () => void) => modal.confirm({ title, content, onOk })
  const failure = approving.failure ?? paying.failure ?? asking.failure
  const isUnderWay = state === 'approved' || state === 'sent' || state === 'abnormal'
  return (
    <Space wrap size={4}>
      {state === 'asked' && may('payments.approve') && !refund.askedByMe && (
        <>
          <Button
            size="small"
            type="primary"
            loading={approving.busy}
            onClick={() =>
              confirm(`批准退 ${yuan(refund.amountFen)}？`, `${refund.unitLabel}：${refund.reason}`, () => approving.submit({}))
            }
          >
            批准
          </Button>
          <Button size="small" onClick={() => setRefusing(true)}>
            不批准
          </Button>
        </>
      )}
      {state === 'asked' && refund.askedByMe && <span style={{ color: 'var(--secondary)' }}>等另一位同事审批</span>}
      {state === 'approved' && way !== 'wechat' && may('payments.take') && (
        <Button
          size="small"
          type="primary"
          loading={paying.busy}
          onClick={() => confirm(`已把 ${yuan(refund.amountFen)} 退给住户？`, '确认后记账，不能撤回。', () => paying.submit({}))}
        >
          已退给住户
        </Button>
      )}
      {isUnderWay && way === 'wechat' && (may('payments.take') || may('payments.approve')) && (
        <Button size="small" loading={asking.busy} onClick={() => asking.submit({})}>
          查询进展
        </Button>
      )}
      <Refusal failure={failure} onReload={renew} />
      {refusing && <RefuseRefundDialog refund={refund} onClose={() => setRefusing(false)} />}
    </Space>
  )
}
