import { SearchOutlined } from '@ant-design/icons'
import { residencyRoles, unitStates, unitUses, unitWords } from '@yinuo/contracts'
import type { UnitRow } from '@yinuo/contracts'
import { Button, Input, Select, Table } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { callUntil } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { MaskedPhone } from '../../elements/masked-phone.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { usePlaces } from '../repairs/queries.ts'

/** The units and who lives in them. */
export function ArchivePage() {
  const { communityId, propertyType } = useCommunity()
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState(search.get('query') ?? '')
  const text = useSettled(typed.trim(), 250)
  const buildingId = search.get('building') ?? undefined
  const buildings = (usePlaces(communityId).data ?? []).filter((place) => place.kind === 'building')
  const query = usePages<UnitRow>([...keysOf(communityId).archive, 'units', text, buildingId], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/units', {
      path: { communityId },
      query: { query: text, buildingId, cursor },
    }),
  )
  const word = unitWords[propertyType]
  const clear = () => {
    setTyped('')
    setSearch({}, { replace: true })
  }

  return (
    <Page title="房屋住户" about={`按房号、姓名或手机号查找${word === '户' ? '住户' : word}。手机号只显示首尾。`}>
      <Panel>
        <Bar>
          <Input
            prefix={<SearchOutlined />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="房号、姓名或手机号"
            aria-label="查找房屋"
            allowClear
            style={{ width: 280 }}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="全部楼栋"
            aria-label="楼栋"
            value={buildingId}
            onChange={(id?: string) => setSearch(id ? { building: id } : {}, { replace: true })}
            options={buildings.map(({ id, label }) => ({ value: id, label }))}
            style={{ width: 160 }}
          />
          <span style={{ flex: 1 }} />
          <ExportButton list="households" filters={{ query: text, buildingId }} />
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={
            text || buildingId ? (
              <EmptyPlace
                title="没有找到"
                hint="试试房号的一部分，如 3-2-601。"
                action={<Button onClick={clear}>清除条件</Button>}
              />
            ) : (
              <EmptyPlace title="还没有房屋档案" hint="用 npm run import -- <表格.xlsx> 一次导入全部楼栋、房屋和住户。" />
            )
          }
        >
          <Table
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            loading={query.isPlaceholderData}
            scroll={{ x: 900 }}
            columns={[
              { title: '房号', width: 220, render: (_, unit) => <strong style={{ fontWeight: 600 }}>{unit.label}</strong> },
              { title: '用途', width: 80, render: (_, unit) => unitUses[unit.use] },
              { title: '状态', width: 90, render: (_, unit) => unitStates[unit.state] },
              { title: '面积', width: 110, align: 'right', render: (_, unit) => `${unit.areaSquareMetres.toFixed(2)} ㎡` },
              { title: '住户', render: (_, unit) => <Residents unit={unit} /> },
              {
                title: '未结报修',
                width: 110,
                align: 'right',
                render: (_, unit) =>
                  unit.openRepairs > 0 ? (
                    <Link to={`/c/${communityId}/repairs?query=${encodeURIComponent(unit.label)}`}>{unit.openRepairs} 件</Link>
                  ) : (
                    <span style={{ color: 'var(--secondary)' }}>无</span>
                  ),
              },
            ]}
          />
        </Listing>
      </Panel>
    </Page>
  )
}

function Residents({ unit }: { unit: UnitRow }) {
  if (unit.residents.length === 0) return <span style={{ color: 'var(--secondary)' }}>没有登记</span>
  return (
    <>
      {unit.residents.map((resident) => (
        <span key={resident.id} style={{ display: 'inline-block', marginRight: 20 }}>
          {resident.name}{' '}
          <span style={{ color: 'var(--secondary)' }}>
            {residencyRoles[resident.role]} <MaskedPhone masked={resident.phoneMasked} subject="resident" id={resident.id} />
          </span>
        </span>
      ))}
    </>
  )
}
