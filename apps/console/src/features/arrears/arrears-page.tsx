import { BellOutlined, PauseCircleOutlined, PercentageOutlined } from '@ant-design/icons'
import { ageBands, arrearsOrders } from '@yinuo/contracts'
import type { AgeBand, ArrearsOrder, ArrearsRow } from '@yinuo/contracts'
import { Button, Input, Segmented, Select, Table, Tabs } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { Sum } from '../../elements/sum.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { useBuildings } from '../archive/structure/queries.ts'
import { Choice, optionsOf } from '../ledger/entries-tab.tsx'
import { AgesChart } from './ages-chart.tsx'
import { HouseholdDrawer } from './household-drawer.tsx'
import { useArrears, type ArrearsFilters } from './queries.ts'
import { StagesDrawer } from './stages-drawer.tsx'
import { TermsDrawer } from './terms-drawer.tsx'
import { WaiversTab } from './waivers-tab.tsx'

const tones = { d30: 'waiting', d60: 'soon', d90: 'soon', d365: 'late', y3: 'late', over: 'late' } as const

/** Households that are behind with paying, and how they are asked. */
export function ArrearsPage() {
  const [search, setSearch] = useSearchParams()
  const [doing, setDoing] = useState<'stages' | 'terms' | null>(null)
  const tab = search.get('tab') === 'waivers' ? 'waivers' : 'list'
  const unit = search.get('unit')
  const open = (id: string | null) => setSearch(id ? { tab, unit: id } : { tab }, { replace: true })
  return (
    <Page
      title="欠费"
      about="先核对、再提醒：只通知业主和租户，不公开、不停服务"
      actions={
        <>
          <Button icon={<PercentageOutlined />} onClick={() => setDoing('terms')}>
            违约金约定
          </Button>
          <Button icon={<BellOutlined />} onClick={() => setDoing('stages')}>
            自动提醒
          </Button>
        </>
      }
    >
      <Tabs
        activeKey={tab}
        onChange={(next) => setSearch({ tab: next }, { replace: true })}
        items={[
          { key: 'list', label: '欠费房屋', children: <Households onOpen={open} /> },
          { key: 'waivers', label: '违约金减免', children: <WaiversTab onOpen={open} /> },
        ]}
      />
      {unit && <HouseholdDrawer key={unit} unitId={unit} onClose={() => open(null)} />}
      {doing === 'stages' && <StagesDrawer onClose={() => setDoing(null)} />}
      {doing === 'terms' && <TermsDrawer onClose={() => setDoing(null)} />}
    </Page>
  )
}

function Households({ onOpen }: { onOpen: (unitId: string) => void }) {
  const { communityId } = useCommunity()
  const buildings = useBuildings(communityId)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Omit<ArrearsFilters, 'query'>>({ order: 'amount' })
  const query = useSettled(typed.trim(), 300)
  const filters = { ...chosen, ...(query && { query }) }
  const arrears = useArrears(communityId, filters)
  const set = (change: Partial<ArrearsFilters>) => setChosen((now) => ({ ...now, ...change }))
  return (
    <>
      <AgesChart onPick={(buildingId) => set({ buildingId })} />
      <Panel>
        <Bar>
          <Input.Search
            allowClear
            placeholder="搜房号"
            aria-label="搜房号"
            style={{ width: 180 }}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="全部楼栋"
            aria-label="楼栋"
            style={{ width: 140 }}
            value={chosen.buildingId ?? null}
            onChange={(buildingId: string | null) => set({ buildingId: buildingId ?? undefined })}
            options={(buildings.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Choice<AgeBand> word="账龄" labels={ageBands} value={chosen.age} onChange={(age) => set({ age })} />
          <Segmented<ArrearsOrder>
            aria-label="排序"
            value={chosen.order ?? 'amount'}
            onChange={(order) => set({ order })}
            options={optionsOf(arrearsOrders)}
          />
          <span style={{ flex: 1 }} />
          <ExportButton list="arrears" filters={filters} />
        </Bar>
        <Listing
          query={arrears}
          count={arrears.rows.length}
          empty={<EmptyPlace title="没有欠费" hint="过了缴费日还没缴清的账单会出现在这里。" />}
        >
          <Table<ArrearsRow>
            rowKey="unitId"
            dataSource={arrears.rows}
            pagination={false}
            scroll={{ x: 860 }}
            columns={[
              {
                title: '房屋',
                render: (_, row) => (
                  <>
                    <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => onOpen(row.unitId)}>
                      {row.unitLabel}
                    </Button>
                    <div style={{ color: 'var(--secondary)' }}>{row.owners.join('、') || '没有登记业主'}</div>
                  </>
                ),
              },
              { title: '欠费', width: 140, align: 'right', render: (_, { owedFen }) => <Sum fen={owedFen} strong /> },
              { title: '笔数', width: 64, align: 'right', dataIndex: 'bills' },
              {
                title: '账龄',
                width: 180,
                render: (_, { band, days, oldestDueOn }) => (
                  <>
                    <StateTag tone={tones[band]}>{ageBands[band]}</StateTag>
                    <div style={{ color: 'var(--secondary)' }}>
                      {oldestDueOn} 起，{days} 天
                    </div>
                  </>
                ),
              },
              {
                title: '催缴',
                width: 180,
                render: (_, { reminders, remindedOn, stopped }) => (
                  <>
                    {reminders > 0 ? `${reminders} 次，最近 ${remindedOn}` : '还没有'}
                    {stopped && (
                      <div>
                        <StateTag tone="done" icon={<PauseCircleOutlined />}>
                          已暂停
                        </StateTag>
                      </div>
                    )}
                  </>
                ),
              },
            ]}
          />
        </Listing>
      </Panel>
    </>
  )
}
