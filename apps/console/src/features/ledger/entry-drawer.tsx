import { entryKinds, funds, ledgerAccounts, ledgerSides, moneyLimits, publishedSides } from '@yinuo/contracts'
import type { LedgerEntryView, LedgerLine, ReversedEntry } from '@yinuo/contracts'
import { App, Button, Drawer, Form, Input, Modal, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { Sum } from '../../elements/sum.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { spokenDay } from '../../words/time.ts'
import { useEntry, useRenewal } from './queries.ts'
import { Vouchers } from './vouchers.tsx'
import { categoryWord } from './words.ts'

/** One entry: its lines on either side, and what proves it. */
export function EntryDrawer({ id, onOpen, onClose }: { id: string; onOpen: (id: string) => void; onClose: () => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const [reversing, setReversing] = useState(false)
  const query = useEntry(communityId, id)
  const entry = query.data
  const isByHand = entry?.kind === 'transfer' || entry?.kind === 'adjustment'
  return (
    <Drawer
      open
      onClose={onClose}
      size={820}
      title={entry ? `${spokenDay(entry.bookedOn)} ${entryKinds[entry.kind]}` : '账目'}
      extra={
        isByHand &&
        !entry.reversedBy &&
        may('ledger.edit') && (
          <Button danger onClick={() => setReversing(true)}>
            红字冲销
          </Button>
        )
      }
    >
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      {entry && (
        <>
          <p style={{ whiteSpace: 'pre-wrap' }}>{entry.text}</p>
          <p style={{ color: 'var(--secondary)' }}>
            {entry.postedByName} · <TimeText at={entry.postedAt} />
            {entry.reversedBy && (
              <>
                {' '}
                <StateTag tone="late">已被冲销</StateTag>
                <Button type="link" size="small" onClick={() => onOpen(entry.reversedBy!)}>
                  看冲销的账
                </Button>
              </>
            )}
            {entry.reverses && (
              <Button type="link" size="small" onClick={() => onOpen(entry.reverses!)}>
                看被冲销的账
              </Button>
            )}
          </p>
          <Lines entry={entry} />
          <h3 style={{ margin: '20px 0 8px', fontSize: 14 }}>凭证附件</h3>
          <Vouchers papers={entry.papers} />
        </>
      )}
      {reversing && entry && <ReverseDialog entry={entry} onDone={onOpen} onClose={() => setReversing(false)} />}
    </Drawer>
  )
}

function Lines({ entry }: { entry: LedgerEntryView }) {
  const side = (of: LedgerLine['side']) => ({
    title: ledgerSides[of],
    width: 130,
    align: 'right' as const,
    render: (_: unknown, line: LedgerLine) => line.side === of && <Sum fen={line.amountFen} />,
  })
  return (
    <Table<LedgerLine>
      rowKey={(line) => entry.lines.indexOf(line)}
      size="small"
      dataSource={entry.lines}
      pagination={false}
      scroll={{ x: 640 }}
      columns={[
        {
          title: '科目',
          render: (_, line) => (
            <>
              {ledgerAccounts[line.account]}
              {line.category && ` · ${categoryWord(line.category)}`}
              <div style={{ color: 'var(--secondary)' }}>
                {[line.fund && funds[line.fund], line.unitLabel, line.publishedAs && `公示为${publishedSides[line.publishedAs]}`]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </>
          ),
        },
        side('debit'),
        side('credit'),
      ]}
    />
  )
}

interface DialogProps {
  entry: LedgerEntryView
  onDone: (id: string) => void
  onClose: () => void
}

function ReverseDialog({ entry, onDone, onClose }: DialogProps) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<ReversedEntry>()
  const { submit, busy, failure } = useSubmit(
    (body: ReversedEntry, idempotencyKey) =>
      call('POST /communities/{communityId}/ledger-entries/{id}/reverse', {
        path: { communityId, id: entry.id },
        body,
        idempotencyKey,
      }),
    (reversal) => {
      message.success('已冲销')
      renew()
      onClose()
      onDone(reversal.id)
    },
  )
  return (
    <Modal
      open
      title="红字冲销"
      okText="冲销"
      okButtonProps={{ danger: true, loading: busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={failure} />
      <p style={{ color: 'var(--secondary)' }}>原来的账不改动，今天记一笔方向相反的账；正确的请另行登记。</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请写明冲销的原因' }]}>
          <Input.TextArea maxLength={moneyLimits.reason} autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
