import { LockOutlined, UnlockOutlined, WarningOutlined } from '@ant-design/icons'
import { closingActions, closingChecks, moneyLimits } from '@yinuo/contracts'
import type { LedgerMonth, LedgerMonths, ReopenedMonth } from '@yinuo/contracts'
import { Alert, App, Button, Form, Input, Modal, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { EmptyPlace, RetryNote } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { Sum } from '../../elements/sum.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { useClosingChecks, useLedgerMonths, useRenewal } from './queries.ts'
import { spokenMonth } from './words.ts'

/** Months in a row: which are closed, which comes next, and what stands in its way. */
export function ClosingTab() {
  const { communityId } = useCommunity()
  const query = useLedgerMonths(communityId)
  return (
    <>
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      {query.data && (
        <>
          {query.data.next && <NextMonth key={query.data.next} month={query.data.next} />}
          <Months data={query.data} />
        </>
      )}
    </>
  )
}

function NextMonth({ month }: { month: string }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const { message, modal } = App.useApp()
  const renew = useRenewal(communityId)
  const checks = useClosingChecks(communityId, month)
  const { submit, busy, failure } = useSubmit(
    (body: { month: string }, idempotencyKey) =>
      call('POST /communities/{communityId}/ledger-months/close', { path: { communityId }, body, idempotencyKey }),
    () => {
      message.success(`${spokenMonth(month)}已结账`)
      renew()
    },
  )
  const open = checks.data?.checks.filter(({ count }) => count > 0) ?? []
  const blocked = open.some(({ blocks }) => blocks)
  const ask = () =>
    modal.confirm({
      title: `结账 ${spokenMonth(month)}？`,
      content: '结账后，这个月的日期不能再记账；需要更正时，在以后的日期冲销重记。',
      okText: '结账',
      onOk: () => submit({ month }),
    })
  return (
    <div style={{ marginBottom: 16 }}>
      <Panel
        title={`可以结账：${spokenMonth(month)}`}
        padded
        extra={
          may('ledger.close') && (
            <Button type="primary" icon={<LockOutlined />} loading={busy} disabled={!checks.data || blocked} onClick={ask}>
              结账
            </Button>
          )
        }
      >
        <Refusal failure={failure} />
        {checks.isError && <RetryNote query={checks} />}
        {checks.isPending && <Skeleton active title={false} />}
        {checks.data && open.length === 0 && <p>检查过了：没有待审批的收支，也没有未了结的收款和退款。</p>}
        {open.map(({ check, count, blocks }) => (
          <Alert
            key={check}
            type={blocks ? 'error' : 'warning'}
            showIcon
            style={{ marginBottom: 8 }}
            title={`${closingChecks[check]}：${count} 笔${blocks ? '，处理后才能结账' : '，可以结账，以后处理时记在当时的日期'}`}
          />
        ))}
      </Panel>
    </div>
  )
}

function Months({ data }: { data: LedgerMonths }) {
  const may = useMay()
  const [reopening, setReopening] = useState<string | null>(null)
  const rows = data.months.filter(({ movedFen, closed, last }) => movedFen > 0 || closed || last).toReversed()
  const lastClosed = rows.find(({ closed }) => closed)?.month
  if (rows.length === 0) return <EmptyPlace title="还没有记过账" />
  return (
    <Panel>
      <Table<LedgerMonth>
        rowKey="month"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 760 }}
        columns={[
          { title: '月份', width: 120, render: (_, { month }) => spokenMonth(month) },
          {
            title: '状态',
            width: 110,
            render: (_, { closed }) =>
              closed ? (
                <StateTag tone="onTime" icon={<LockOutlined />}>
                  已结账
                </StateTag>
              ) : (
                <StateTag tone="waiting" icon={<UnlockOutlined />}>
                  未结账
                </StateTag>
              ),
          },
          { title: '收入', width: 140, align: 'right', render: (_, { receivedFen }) => <Sum fen={receivedFen} /> },
          { title: '支出', width: 140, align: 'right', render: (_, { spentFen }) => <Sum fen={spentFen} /> },
          {
            title: '经办',
            render: (_, { last }) =>
              last && (
                <>
                  {last.byName} {closingActions[last.what]} · <TimeText at={last.at} />
                  {last.reason && <div style={{ color: 'var(--secondary)' }}>{last.reason}</div>}
                </>
              ),
          },
          {
            title: '',
            width: 100,
            render: (_, { month }) =>
              month === lastClosed &&
              may('ledger.close') && (
                <Button size="small" icon={<WarningOutlined />} onClick={() => setReopening(month)}>
                  反结账
                </Button>
              ),
          },
        ]}
      />
      {reopening && <ReopenDialog month={reopening} onClose={() => setReopening(null)} />}
    </Panel>
  )
}

function ReopenDialog({ month, onClose }: { month: string; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<{ reason: string }>()
  const { submit, busy, failure } = useSubmit(
    (body: ReopenedMonth, idempotencyKey) =>
      call('POST /communities/{communityId}/ledger-months/reopen', { path: { communityId }, body, idempotencyKey }),
    () => {
      message.success(`${spokenMonth(month)}已反结账`)
      renew()
      onClose()
    },
  )
  return (
    <Modal
      open
      title={`反结账 ${spokenMonth(month)}`}
      okText="反结账"
      okButtonProps={{ danger: true, loading: busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={failure} onReload={renew} />
      <p style={{ color: 'var(--secondary)' }}>这个月可以重新记账，原因会记入操作记录；已发布的收支公示不会跟着变。</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => submit({ month, reason })}>
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请写明反结账的原因' }]}>
          <Input.TextArea maxLength={moneyLimits.reason} autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
