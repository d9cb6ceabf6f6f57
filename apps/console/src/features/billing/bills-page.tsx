import { SearchOutlined } from '@ant-design/icons'
import { billFilters, billKinds, codesOf } from '@yinuo/contracts'
import type { BillFilter, BillRow } from '@yinuo/contracts'
import { Button, DatePicker, Input, Segmented, Select, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { yuan } from '../../words/money.ts'
import { useBuildings } from '../archive/structure/queries.ts'
import { BillDrawer } from './bill-drawer.tsx'
import { BillingTabs } from './billing-tabs.tsx'
import styles from './billing.module.css'
import { BillTag } from './marks.tsx'
import { useBills, useBillSum, useCharges } from './queries.ts'
import { periodText } from './words.ts'

/** Every bill of the community, with what is still owed. */
export function BillsPage() {
  const { communityId, name } = useCommunity()
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState('')
  const charges = useCharges()
  const buildings = useBuildings(communityId)
  const text = useSettled(typed.trim(), 300)
  const given = (field: string) => search.get(field) ?? undefined
  const state = codesOf(billFilters).find((each) => each === search.get('state'))
  const kind = codesOf(billKinds).find((each) => each === search.get('kind'))
  const [chargeId, buildingId, month, runId, unitId] = ['chargeId', 'buildingId', 'month', 'runId', 'unitId'].map(given)
  const filters = {
    ...(state && { state }),
    ...(kind && { kind }),
    ...(chargeId && { chargeId }),
    ...(buildingId && { buildingId }),
    ...(month && { month }),
    ...(runId && { runId }),
    ...(unitId && { unitId }),
    ...(text && { query: text }),
  }
  const query = useBills(filters)
  const sum = useBillSum(filters).data
  const open = search.get('bill')
  const set = (field: string, value: string | null | undefined) =>
    setSearch(
      (now) => {
        if (value) now.set(field, value)
        else now.delete(field)
        return now
      },
      { replace: true },
    )
  return (
    <Page title="账单" about={`${name}每户应缴多少、怎么算的、缴了没有`}>
      <BillingTabs />
      <Panel>
        <Bar>
          <Segmented<BillFilter | 'all'>
            aria-label="缴费情况"
            value={state ?? 'all'}
            onChange={(next) => set('state', next === 'all' ? null : next)}
            options={[
              { value: 'all', label: '全部' },
              ...codesOf(billFilters).map((value) => ({ value, label: billFilters[value] })),
            ]}
          />
          <DatePicker
            picker="month"
            aria-label="账期"
            placeholder="全部账期"
            value={month ? dayjs(month) : null}
            onChange={(day) => set('month', day?.format('YYYY-MM'))}
            style={{ width: 130 }}
          />
          <Select
            aria-label="收费项目"
            placeholder="全部项目"
            allowClear
            style={{ width: 150 }}
            value={chargeId ?? null}
            onChange={(next) => set('chargeId', next)}
            options={(charges.data ?? []).map(({ id, name: label }) => ({ value: id, label }))}
          />
          <Select
            aria-label="楼栋"
            placeholder="全部楼栋"
            allowClear
            style={{ width: 120 }}
            value={buildingId ?? null}
            onChange={(next) => set('buildingId', next)}
            options={(buildings.data ?? []).map(({ id, name: label }) => ({ value: id, label }))}
          />
          <Select
            aria-label="类型"
            placeholder="全部类型"
            allowClear
            style={{ width: 120 }}
            value={kind ?? null}
            onChange={(next) => set('kind', next)}
            options={codesOf(billKinds).map((value) => ({ value, label: billKinds[value] }))}
          />
          <Input
            prefix={<SearchOutlined />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="搜房号"
            aria-label="搜房号"
            maxLength={60}
            allowClear
            style={{ width: 140 }}
          />
          {(runId || unitId) && <Button onClick={() => setSearch({}, { replace: true })}>看全部账单</Button>}
          <span style={{ flex: 1 }} />
          <ExportButton list="bills" filters={filters} />
        </Bar>
        {sum && sum.bills > 0 && (
          <p className={styles['sum']}>
            {sum.bills} 张 · 应收 {yuan(sum.amountFen)} · 已收 {yuan(sum.paidFen)} · 未收 <strong>{yuan(sum.owedFen)}</strong>
          </p>
        )}
        <Listing
          query={query}
          count={query.rows.length}
          empty={<EmptyPlace title="没有账单" hint="设好收费项目和单价后，在“账单生成”里按月生成。" />}
        >
          <BillTable bills={query.rows} onOpen={(id) => set('bill', id)} />
        </Listing>
      </Panel>
      {open && <BillDrawer id={open} onClose={() => set('bill', null)} />}
    </Page>
  )
}

function BillTable({ bills, onOpen }: { bills: BillRow[]; onOpen: (id: string) => void }) {
  return (
    <Table<BillRow>
      rowKey="id"
      dataSource={bills}
      pagination={false}
      scroll={{ x: 960 }}
      columns={[
        {
          title: '房屋',
          width: 170,
          render: (_, { id, unitLabel }) => (
            <Button type="link" style={{ padding: 0, fontWeight: 600 }} onClick={() => onOpen(id)}>
              {unitLabel}
            </Button>
          ),
        },
        { title: '项目', width: 150, dataIndex: 'chargeName' },
        { title: '账期', width: 150, render: (_, { periodFrom, periodTo }) => periodText(periodFrom, periodTo) },
        { title: '应缴日期', width: 120, render: (_, { dueOn }) => <span style={{ whiteSpace: 'nowrap' }}>{dueOn}</span> },
        {
          title: '应收',
          width: 110,
          align: 'right',
          className: styles['fen']!,
          render: (_, { amountFen, waivedFen }) => yuan(amountFen - waivedFen),
        },
        { title: '已收', width: 110, align: 'right', className: styles['fen']!, render: (_, { paidFen }) => yuan(paidFen) },
        {
          title: '未收',
          width: 110,
          align: 'right',
          className: styles['fen']!,
          render: (_, { owedFen }) => (owedFen > 0 ? yuan(owedFen) : '—'),
        },
        { title: '状态', width: 150, render: (_, bill) => <BillTag bill={bill} /> },
      ]}
    />
  )
}
