import { SearchOutlined } from '@ant-design/icons'
import type { RepairRow } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import type { InputRef } from 'antd'
import { Button, Input, Table, Tag } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { call } from '../../../app/call.ts'
import { useCommunity, useMay } from '../../../app/community.ts'
import { ExportButton } from '../../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../../elements/page.tsx'
import { useSettled } from '../../../elements/settled.ts'
import { useOpenCase } from '../case-link.tsx'
import { BulkDispatch } from '../dispatch/bulk-dispatch.tsx'
import { useRepairQueue } from '../queries.ts'
import type { RepairFilters } from '../queries.ts'
import { queueColumns } from './queue-columns.tsx'
import { filtersOf, filterWords, sameFilters, searchOf } from './queue-filters.ts'
import { useQueueKeys } from './queue-keys.ts'
import styles from './queue.module.css'
import { SavedViews } from './saved-views.tsx'

export function QueuePage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const openCase = useOpenCase()
  const [search, setSearch] = useSearchParams()
  const filters = useMemo(() => filtersOf(search), [search])
  const query = useRepairQueue(communityId, filters)
  const staff = useQuery({
    queryKey: ['staff', communityId, 'names'],
    queryFn: () => call('GET /staff', { query: { communityId, limit: 100 } }),
    enabled: may('people.read'),
    staleTime: 5 * 60_000,
  })
  const [selected, setSelected] = useState<string[]>([])
  const [bulk, setBulk] = useState(false)
  const [at, setAt] = useState(-1)
  const box = useRef<InputRef>(null)
  const rows = query.rows
  const chosen = rows.filter((row) => selected.includes(row.id))

  const choose = (next: RepairFilters) => setSearch(searchOf(next), { replace: true })
  const assignees = useMemo(() => namesOf(staff.data?.items ?? [], rows), [staff.data, rows])
  const columns = useMemo(() => queueColumns(filters, assignees), [filters, assignees])
  const words = filterWords(filters, (id) => assignees.find(({ value }) => value === id)?.text ?? '已选员工')

  useEffect(() => setAt(-1), [filters])
  useQueueKeys({
    step: (by) => {
      const next = Math.max(0, Math.min(rows.length - 1, at + by))
      setAt(next)
      document.querySelector(`[data-row-key="${rows[next]?.id}"]`)?.scrollIntoView({ block: 'nearest' })
    },
    open: () => rows[at] && openCase(communityId, rows[at].id),
    mark: () => {
      const row = rows[at]
      if (row && mayBeSent(row))
        setSelected((ids) => (ids.includes(row.id) ? ids.filter((id) => id !== row.id) : [...ids, row.id]))
    },
    search: () => box.current?.focus(),
  })

  return (
    <Page
      title="报修"
      about={`${name}的报修，最急的在前；已完成的按时间倒序`}
      actions={
        <span className={styles['keys']}>
          <kbd>j</kbd> <kbd>k</kbd> 移动 <kbd>Enter</kbd> 打开 <kbd>x</kbd> 选中 <kbd>/</kbd> 搜索
        </span>
      }
    >
      <Panel>
        <SavedViews filters={filters} onChoose={choose} />
        <Bar>
          <SearchField box={box} value={filters.query ?? ''} onChange={(text) => choose({ ...filters, query: text })} />
          {words.map(({ name, text }) => (
            <Tag key={name} closable onClose={() => choose({ ...filters, [name]: undefined })} style={{ padding: '3px 10px' }}>
              {text}
            </Tag>
          ))}
          {words.length > 0 && (
            <Button type="link" size="small" onClick={() => choose({})}>
              清除筛选
            </Button>
          )}
          <span style={{ flex: 1 }} />
          <ExportButton list="repairs" filters={{ ...filters }} />
          {may('repairs.dispatch') && (
            <Button type={chosen.length > 0 ? 'primary' : 'default'} disabled={chosen.length === 0} onClick={() => setBulk(true)}>
              批量派单{chosen.length > 0 && `（${chosen.length}）`}
            </Button>
          )}
        </Bar>
        {/* An empty queue keeps its table: its heads hold the filters that emptied it. */}
        <Listing query={query} count={query.isError ? rows.length : 1}>
          <Table
            rowKey="id"
            dataSource={rows}
            columns={columns}
            pagination={false}
            loading={query.isPlaceholderData}
            scroll={{ x: 1030 }}
            locale={{ emptyText: <NothingHere filtered={!sameFilters(filters, {})} onClear={() => choose({})} /> }}
            onChange={(_, heads) => choose({ ...filters, ...headFilters(heads) })}
            rowClassName={(_, index) => (index === at ? styles['at']! : styles['row']!)}
            onRow={(row, index) => ({
              onClick: () => {
                setAt(index ?? -1)
                openCase(communityId, row.id)
              },
            })}
            rowSelection={
              may('repairs.dispatch')
                ? {
                    columnWidth: 44,
                    selectedRowKeys: selected,
                    onChange: (keys) => setSelected(keys as string[]),
                    getCheckboxProps: (row) => ({ disabled: !mayBeSent(row), 'aria-label': `选中 ${row.number}` }),
                  }
                : undefined
            }
          />
        </Listing>
      </Panel>
      {bulk && (
        <BulkDispatch
          communityId={communityId}
          rows={chosen}
          onClose={() => {
            setBulk(false)
            setSelected([])
          }}
        />
      )}
    </Page>
  )
}

/** Only what nobody has yet is dispatched in bulk; the rest is looked at one by one. */
const mayBeSent = (row: RepairRow) => row.state === 'reported'

function headFilters(heads: Record<string, unknown>): RepairFilters {
  const chosen = (name: string) => (Array.isArray(heads[name]) ? heads[name].join(',') : undefined)
  return { state: chosen('state'), category: chosen('category'), urgency: chosen('urgency'), assigneeId: chosen('assigneeId') }
}

function namesOf(staff: { id: string; name: string }[], rows: RepairRow[]): { value: string; text: string }[] {
  const names = new Map(staff.map(({ id, name }) => [id, name]))
  for (const { assignee } of rows) if (assignee) names.set(assignee.id, assignee.name)
  return [...names].map(([value, text]) => ({ value, text }))
}

interface SearchFieldProps {
  box: React.RefObject<InputRef>
  value: string
  onChange: (text: string) => void
}

function SearchField({ box, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const settled = useSettled(typed, 250)
  useEffect(() => setTyped(value), [value])
  // Only what was typed here moves the address; an address that changed by itself has set `typed` above.
  useEffect(() => {
    if (settled === typed && settled.trim() !== value) onChange(settled.trim())
  }, [settled])
  return (
    <Input
      ref={box}
      prefix={<SearchOutlined />}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      placeholder="单号、房号、姓名或描述"
      aria-label="搜索报修"
      allowClear
      style={{ width: 260 }}
    />
  )
}

function NothingHere({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return filtered ? (
    <EmptyPlace
      title="没有符合条件的报修"
      hint="换一个视图，或清除筛选后再看。"
      action={<Button onClick={onClear}>清除筛选</Button>}
    />
  ) : (
    <EmptyPlace title="还没有报修" hint="住户扫码、小程序、电话和前台登记的报修都会排在这里。按右上角“登记报修”登记第一件。" />
  )
}
