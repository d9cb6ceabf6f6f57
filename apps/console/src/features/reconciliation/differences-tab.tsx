import { codesOf, differenceKinds, differenceStates, settledByBill } from '@yinuo/contracts'
import type { DifferenceKind, DifferenceRow, DifferenceState } from '@yinuo/contracts'
import { Button, DatePicker, Input, Select, Space, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { useSettled } from '../../elements/settled.ts'
import { Sum } from '../../elements/sum.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { ExplainDialog } from './explain-dialog.tsx'
import { DifferenceTag } from './marks.tsx'
import { useDifferences, useReconciling, useRenewal } from './queries.ts'

const isProved = (kind: DifferenceKind) => (settledByBill as readonly DifferenceKind[]).includes(kind)

/** The work list: what differs, whose doing it was that it differs no longer, and why. */
export function DifferencesTab({
  day,
  onDay,
  onPayment,
}: {
  day: string | null
  onDay: (day: string | null) => void
  onPayment: (paymentId: string) => void
}) {
  const { communityId } = useCommunity()
  const renew = useRenewal()
  const [state, setState] = useState<DifferenceState | undefined>(day ? undefined : 'open')
  const [kind, setKind] = useState<DifferenceKind | undefined>()
  const [typed, setTyped] = useState('')
  const [explained, setExplained] = useState<DifferenceRow | null>(null)
  const query = useSettled(typed.trim(), 300)
  const filters = { ...(state && { state }), ...(kind && { kind }), ...(day && { day }), ...(query && { query }) }
  const list = useDifferences(filters)
  const settling = useReconciling(
    ({ id, version }: DifferenceRow) =>
      call('POST /communities/{communityId}/pay-differences/{id}/settle', { path: { communityId, id }, body: { version } }),
    ({ reason }) => reason ?? '已处理',
  )
  return (
    <Panel>
      <Bar>
        <Input.Search
          allowClear
          placeholder="房号或单号"
          aria-label="搜差异"
          style={{ width: 220 }}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <DatePicker
          aria-label="账单日期"
          placeholder="账单日期"
          value={day ? dayjs(day) : null}
          onChange={(next) => onDay(next?.format('YYYY-MM-DD') ?? null)}
        />
        <Select<DifferenceState>
          allowClear
          placeholder="全部状态"
          aria-label="处理状态"
          style={{ width: 120 }}
          value={state ?? null}
          onChange={(next) => setState(next ?? undefined)}
          options={codesOf(differenceStates).map((value) => ({ value, label: differenceStates[value] }))}
        />
        <Select<DifferenceKind>
          allowClear
          placeholder="全部差异"
          aria-label="差异类型"
          style={{ width: 220 }}
          value={kind ?? null}
          onChange={(next) => setKind(next ?? undefined)}
          options={codesOf(differenceKinds).map((value) => ({ value, label: differenceKinds[value] }))}
        />
        <span style={{ flex: 1 }} />
        <ExportButton list="payDifferences" filters={filters} />
      </Bar>
      <Refusal failure={settling.failure} onReload={renew} />
      <Listing
        query={list}
        count={list.rows.length}
        empty={<EmptyPlace title="没有差异" hint="微信账单与系统收款、退款逐笔一致。" />}
      >
        <Table<DifferenceRow>
          rowKey="id"
          dataSource={list.rows}
          pagination={false}
          scroll={{ x: 1180 }}
          columns={[
            { title: '时间', width: 150, render: (_, row) => <TimeText at={row.happenedAt} /> },
            { title: '差异', width: 190, render: (_, row) => differenceKinds[row.kind] },
            {
              title: '房屋',
              width: 150,
              render: (_, row) =>
                row.paymentId ? (
                  <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => onPayment(row.paymentId!)}>
                    {row.unitLabel}
                  </Button>
                ) : (
                  '—'
                ),
            },
            {
              title: '微信账单',
              width: 110,
              align: 'right',
              render: (_, row) => (row.billFen === null ? '—' : <Sum fen={row.billFen} />),
            },
            {
              title: '系统',
              width: 110,
              align: 'right',
              render: (_, row) => (row.ourFen === null ? '—' : <Sum fen={row.ourFen} />),
            },
            { title: '单号', width: 210, render: (_, row) => <Numbers difference={row} /> },
            { title: '状态', width: 110, render: (_, row) => <DifferenceTag difference={row} /> },
            {
              title: '处理',
              render: (_, row) =>
                row.state === 'open' ? (
                  <Space size={4}>
                    <Button size="small" disabled={settling.busy} onClick={() => void settling.submit(row)}>
                      {isProved(row.kind) ? '按账单入账' : '重新核对'}
                    </Button>
                    <Button size="small" onClick={() => setExplained(row)}>
                      说明…
                    </Button>
                  </Space>
                ) : (
                  `${row.reason ?? ''}（${row.settledByName ?? ''}）`
                ),
            },
          ]}
        />
      </Listing>
      {explained && <ExplainDialog difference={explained} onClose={() => setExplained(null)} />}
    </Panel>
  )
}

function Numbers({ difference: { number, wechatNumber } }: { difference: DifferenceRow }) {
  return (
    <span style={{ fontSize: 12, wordBreak: 'break-all' }}>
      {number}
      {wechatNumber && <div>微信 {wechatNumber}</div>}
    </span>
  )
}
