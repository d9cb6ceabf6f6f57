import { SearchOutlined, UserAddOutlined } from '@ant-design/icons'
import { codesOf, visitStates, visitWays } from '@yinuo/contracts'
import type { VisitRoundView, VisitRow, VisitState } from '@yinuo/contracts'
import { Button, Input, Segmented, Select, Table } from 'antd'
import { useState } from 'react'
import { useCommunity, useMay } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { TimeText } from '../../elements/time-text.tsx'
import { useMakers, useVisits, type VisitFilters } from './queries.ts'
import { VisitStateTag } from './visit-state.tsx'
import styles from './visits.module.css'
import { weekWords, wishWords } from './words.ts'

const views = { all: '全部', due: '本周要做', late: '已逾期', unassigned: '未分派' } as const
type View = keyof typeof views

const wishes: Record<View, VisitFilters> = {
  all: {},
  due: { due: true },
  late: { late: true },
  unassigned: { unassigned: true, state: 'planned' },
}

interface ListProps {
  round: VisitRoundView
  onOpen: (id: string) => void
  onAssign: ((visitIds: readonly string[]) => void) | undefined
}

/** The homes of a round as one walks past them. */
export function VisitList({ round, onOpen, onAssign }: ListProps) {
  const { communityId } = useCommunity()
  const makers = useMakers(communityId, useMay()('visits.plan'))
  const [view, setView] = useState<View>('all')
  const [buildingId, setBuildingId] = useState<string>()
  const [state, setState] = useState<VisitState>()
  const [assigneeId, setAssigneeId] = useState<string>()
  const [typed, setTyped] = useState('')
  const [ticked, setTicked] = useState<readonly string[]>([])
  const text = useSettled(typed.trim(), 300)
  const filters: VisitFilters = {
    roundId: round.id,
    ...(state && { state }),
    ...wishes[view],
    ...(buildingId && { buildingId }),
    ...(assigneeId && { assigneeId }),
    ...(text && { query: text }),
  }
  const query = useVisits(communityId, filters)
  const chosen = ticked.filter((id) => query.rows.some((row) => row.id === id && row.state === 'planned'))
  return (
    <Panel>
      <Bar>
        <Input
          prefix={<SearchOutlined />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="搜房号"
          aria-label="搜房号"
          maxLength={40}
          allowClear
          style={{ width: 150 }}
        />
        <Segmented<View>
          aria-label="要做的"
          value={view}
          onChange={setView}
          options={codesOf(views).map((value) => ({ value, label: views[value] }))}
        />
        <Select
          allowClear
          placeholder="楼栋"
          aria-label="楼栋"
          value={buildingId}
          onChange={setBuildingId}
          options={round.byBuilding.map(({ buildingId: value, name: label }) => ({ value, label }))}
          style={{ width: 120 }}
        />
        <Select
          allowClear
          placeholder="状态"
          aria-label="状态"
          value={state}
          onChange={setState}
          options={codesOf(visitStates).map((value) => ({ value, label: visitStates[value] }))}
          style={{ width: 130 }}
        />
        {makers.data && (
          <Select
            allowClear
            placeholder="负责人"
            aria-label="负责人"
            value={assigneeId}
            onChange={setAssigneeId}
            options={makers.data.map(({ id, name }) => ({ value: id, label: name }))}
            style={{ width: 120 }}
          />
        )}
        <span style={{ flex: 1 }} />
        {onAssign && (
          <Button icon={<UserAddOutlined />} onClick={() => onAssign(chosen)}>
            {chosen.length > 0 ? `分派选中的 ${chosen.length} 户` : '按楼栋分派'}
          </Button>
        )}
        <ExportButton list="visits" filters={{ ...filters }} />
      </Bar>
      <Listing query={query} count={query.rows.length} empty={<EmptyPlace title="没有符合的回访" hint="换一个筛选条件看看。" />}>
        <Table<VisitRow>
          rowKey="id"
          dataSource={query.rows}
          pagination={false}
          loading={query.isPlaceholderData}
          scroll={{ x: 1040 }}
          onRow={(row) => ({ onClick: () => onOpen(row.id), style: { cursor: 'pointer' } })}
          {...(onAssign && {
            rowSelection: {
              selectedRowKeys: [...ticked],
              onChange: (keys) => setTicked(keys as string[]),
              getCheckboxProps: (row) => ({ disabled: row.state !== 'planned' }),
            },
          })}
          columns={columnsFor(onOpen)}
        />
      </Listing>
    </Panel>
  )
}

const columnsFor = (onOpen: (id: string) => void) => [
  {
    title: '房屋',
    render: (_: unknown, row: VisitRow) => (
      <>
        <Button
          type="link"
          style={{ padding: 0, height: 'auto' }}
          onClick={(event) => {
            event.stopPropagation()
            onOpen(row.id)
          }}
        >
          {row.unitLabel}
        </Button>
        <div className={styles['quiet']}>{row.residentNames.join('、') || '—'}</div>
      </>
    ),
  },
  {
    title: '状态',
    width: 130,
    render: (_: unknown, row: VisitRow) => (
      <>
        <VisitStateTag state={row.state} late={row.late} />
        {row.state === 'planned' && row.absences > 0 && <div className={styles['quiet']}>已 {row.absences} 次未遇</div>}
      </>
    ),
  },
  { title: '应访', width: 120, render: (_: unknown, row: VisitRow) => weekWords(row.dueWeek) },
  {
    title: '方式',
    width: 150,
    render: (_: unknown, row: VisitRow) => (
      <>
        {visitWays[row.way]}
        {row.wish && <div className={styles['quiet']}>住户希望：{wishWords(row.wish)}</div>}
      </>
    ),
  },
  { title: '负责人', width: 100, render: (_: unknown, row: VisitRow) => row.assignee?.name ?? '未分派' },
  { title: '上次回访', width: 110, render: (_: unknown, row: VisitRow) => row.lastVisitedOn ?? '还没有' },
  { title: '在办', width: 70, render: (_: unknown, row: VisitRow) => (row.openCases > 0 ? `${row.openCases} 件` : '—') },
  { title: '满意度', width: 80, render: (_: unknown, row: VisitRow) => (row.satisfaction ? `${row.satisfaction} 分` : '—') },
  {
    title: '完成',
    width: 130,
    render: (_: unknown, row: VisitRow) =>
      row.endedAt ? (
        <>
          <TimeText at={row.endedAt} />
          <div className={styles['quiet']}>{row.madeByName}</div>
        </>
      ) : (
        '—'
      ),
  },
]
