import { CheckCircleOutlined, ClockCircleOutlined, CalculatorOutlined, RollbackOutlined } from '@ant-design/icons'
import { codesOf, dayEndStates } from '@yinuo/contracts'
import type { DayEndRow, DayEndState } from '@yinuo/contracts'
import { Button, DatePicker, Select, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useMay } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { Sum } from '../../elements/sum.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { CloseDayDrawer } from './close-day-drawer.tsx'
import { useDayEnds, type DayEndFilters } from './queries.ts'
import { differenceText } from './till-words.ts'

const DAY = 'YYYY-MM-DD'
const marks = {
  counted: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  confirmed: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  returned: { tone: 'late', icon: <RollbackOutlined /> },
} as const

export function DayEndTag({ dayEnd: { state } }: { dayEnd: Pick<DayEndRow, 'state'> }) {
  return <StateTag {...marks[state]} children={dayEndStates[state]} />
}

const ofWay = ({ sums }: DayEndRow, wished: string) => {
  const sum = sums.find(({ way }) => way === wished)
  return sum ? sum.takenFen - sum.refundedFen : 0
}

/** The ends of all cashiers' days, and the way to one's own. */
export function DayEndsTab({ onOpen }: { onOpen: (id: string) => void }) {
  const may = useMay()
  const [filters, setFilters] = useState<DayEndFilters>({})
  const [closing, setClosing] = useState(false)
  const dayEnds = useDayEnds(filters)
  const set = (change: Partial<DayEndFilters>) => setFilters((now) => ({ ...now, ...change }))
  return (
    <Panel>
      <Bar>
        <DatePicker.RangePicker
          aria-label="日期"
          style={{ width: 260 }}
          value={filters.from && filters.to ? [dayjs(filters.from), dayjs(filters.to)] : null}
          onChange={(days) => set({ from: days?.[0]?.format(DAY), to: days?.[1]?.format(DAY) })}
        />
        <Select<DayEndState>
          allowClear
          placeholder="全部状态"
          aria-label="状态"
          style={{ width: 120 }}
          value={filters.state ?? null}
          onChange={(state) => set({ state: state ?? undefined })}
          options={codesOf(dayEndStates).map((value) => ({ value, label: dayEndStates[value] }))}
        />
        <span style={{ flex: 1 }} />
        <ExportButton list="dayEnds" filters={{ ...filters }} />
        {may('payments.take') && (
          <Button type="primary" icon={<CalculatorOutlined />} onClick={() => setClosing(true)}>
            办理我的日结
          </Button>
        )}
      </Bar>
      <Listing
        query={dayEnds}
        count={dayEnds.rows.length}
        empty={<EmptyPlace title="没有日结" hint="收款人下班前清点现金，办理日结后显示在这里。" />}
      >
        <Table<DayEndRow>
          rowKey="id"
          dataSource={dayEnds.rows}
          pagination={false}
          scroll={{ x: 1040 }}
          columns={[
            {
              title: '日期',
              width: 120,
              render: (_, row) => (
                <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => onOpen(row.id)}>
                  {row.day}
                </Button>
              ),
            },
            { title: '收款人', render: (_, row) => row.cashierName },
            { title: '现金净收', width: 120, align: 'right', render: (_, row) => <Sum fen={ofWay(row, 'cash')} /> },
            { title: '转账净收', width: 120, align: 'right', render: (_, row) => <Sum fen={ofWay(row, 'transfer')} /> },
            { title: '刷卡净收', width: 120, align: 'right', render: (_, row) => <Sum fen={ofWay(row, 'pos')} /> },
            { title: '清点现金', width: 120, align: 'right', render: (_, row) => <Sum fen={row.countedFen} /> },
            {
              title: '差额',
              width: 140,
              render: (_, row) => <Difference fen={row.countedFen - row.expectedFen} />,
            },
            { title: '状态', width: 110, render: (_, row) => <DayEndTag dayEnd={row} /> },
            { title: '复核人', width: 100, render: (_, row) => row.decidedByName ?? '—' },
          ]}
        />
      </Listing>
      {closing && (
        <CloseDayDrawer
          onClose={() => setClosing(false)}
          onDone={(id) => {
            setClosing(false)
            onOpen(id)
          }}
        />
      )}
    </Panel>
  )
}

function Difference({ fen }: { fen: number }) {
  return <span style={fen === 0 ? undefined : { color: 'var(--late-text)', fontWeight: 600 }}>{differenceText(fen)}</span>
}
