import { SearchOutlined } from '@ant-design/icons'
import { codesOf, residencyRoles, unitStates, unitUses, unitWords } from '@yinuo/contracts'
import type { BuildingRow, ResidencyRole, UnitRow, UnitState, UnitUse } from '@yinuo/contracts'
import { Button, Checkbox, Input, Segmented, Select, Table, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { callUntil } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { MaskedPhone } from '../../elements/masked-phone.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { filtersOf, searchOf, wordsOf } from './archive-filters.ts'
import type { ArchiveFilters } from './archive-filters.ts'
import { useBuildings } from './structure/queries.ts'
import { UnitStateTag } from './structure/unit-state.tsx'

/** The units and who lives in them. */
export function ArchivePage() {
  const { communityId, propertyType } = useCommunity()
  const [search, setSearch] = useSearchParams()
  const chosen = useMemo(() => filtersOf(search), [search])
  const [typed, setTyped] = useState(chosen.query ?? '')
  const text = useSettled(typed.trim(), 250)
  const { query: _, ...narrowed } = chosen
  const filters: ArchiveFilters = { ...narrowed, ...(text ? { query: text } : {}) }
  const buildings = useBuildings(communityId).data ?? []
  const query = usePages<UnitRow>([...keysOf(communityId).archive, 'units', filters], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/units', { path: { communityId }, query: { ...filters, cursor } }),
  )
  const choose = (next: ArchiveFilters) => setSearch(searchOf(next), { replace: true })
  const clear = () => {
    setTyped('')
    choose({})
  }
  const words = wordsOf(filters, buildings.find(({ id }) => id === filters.buildingId)?.name)
  const isNarrowed = Object.keys(filters).length > 0

  return (
    <Page
      title="房屋住户"
      about={`按房号、姓名、手机号（开头或后四位）、车牌、车位号查找${unitWords[propertyType] === '户' ? '住户' : unitWords[propertyType]}。手机号只显示首尾。`}
    >
      <Panel>
        <Bar>
          <Input
            prefix={<SearchOutlined />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="房号、姓名、手机号、车牌或车位号"
            aria-label="查找房屋"
            allowClear
            style={{ width: 300 }}
          />
          <Narrowing filters={filters} buildings={buildings} onChoose={choose} />
          <span style={{ flex: 1 }} />
          <ExportButton list="households" filters={{ ...filters }} />
        </Bar>
        <Bar>
          <StateChips buildings={buildings} filters={filters} onChoose={choose} />
          {words.map(({ name, word }) => (
            <Tag key={name} closable onClose={() => choose(without(filters, name))} style={{ padding: '3px 10px' }}>
              {word}
            </Tag>
          ))}
          {isNarrowed && (
            <Button type="link" size="small" onClick={clear}>
              清除条件
            </Button>
          )}
        </Bar>
        <Listing query={query} count={query.rows.length} empty={<Nothing isNarrowed={isNarrowed} onClear={clear} />}>
          <Table
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            loading={query.isPlaceholderData}
            scroll={{ x: 1020 }}
            columns={[
              {
                title: '房号',
                width: 200,
                render: (_, { id, label }) => (
                  <Link to={`/c/${communityId}/archive/${id}`}>
                    <strong style={{ fontWeight: 600 }}>{label}</strong>
                  </Link>
                ),
              },
              { title: '用途', width: 70, render: (_, { use }) => unitUses[use] },
              { title: '状态', width: 110, render: (_, { state }) => <UnitStateTag state={state} /> },
              { title: '面积', width: 110, align: 'right', render: (_, unit) => `${unit.areaSquareMetres.toFixed(2)} ㎡` },
              { title: '住户', render: (_, unit) => <Residents unit={unit} /> },
              { title: '车牌', width: 130, render: (_, { plates }) => <Plates of={plates} /> },
              {
                title: '未结报修',
                width: 90,
                align: 'right',
                render: (_, { label, openRepairs }) =>
                  openRepairs > 0 ? (
                    <Link to={`/c/${communityId}/repairs?query=${encodeURIComponent(label)}`}>{openRepairs} 件</Link>
                  ) : (
                    <Quiet>无</Quiet>
                  ),
              },
            ]}
          />
        </Listing>
      </Panel>
    </Page>
  )
}

interface NarrowingProps {
  filters: ArchiveFilters
  buildings: BuildingRow[]
  onChoose: (next: ArchiveFilters) => void
}

const without = (filters: ArchiveFilters, name: keyof ArchiveFilters): ArchiveFilters => {
  const { [name]: _, ...others } = filters
  return others
}

function Narrowing({ filters, buildings, onChoose }: NarrowingProps) {
  const set = (name: keyof ArchiveFilters, value: ArchiveFilters[keyof ArchiveFilters]) =>
    onChoose(value === undefined ? without(filters, name) : { ...filters, [name]: value })
  return (
    <>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部楼栋"
        aria-label="楼栋"
        value={filters.buildingId}
        onChange={(id?: string) => set('buildingId', id)}
        options={buildings.map(({ id, name, units }) => ({ value: id, label: `${name}（${units}）` }))}
        style={{ width: 150 }}
      />
      <Select
        allowClear
        placeholder="全部用途"
        aria-label="用途"
        value={filters.use}
        onChange={(use?: UnitUse) => set('use', use)}
        options={codesOf(unitUses).map((value) => ({ value, label: unitUses[value] }))}
        style={{ width: 116 }}
      />
      <Select
        allowClear
        placeholder="住户身份"
        aria-label="住户身份"
        value={filters.role}
        onChange={(role?: ResidencyRole) => set('role', role)}
        options={codesOf(residencyRoles).map((value) => ({ value, label: `有${residencyRoles[value]}` }))}
        style={{ width: 116 }}
      />
      <Checkbox
        checked={filters.withoutResidents ?? false}
        onChange={({ target }) => set('withoutResidents', target.checked ? true : undefined)}
      >
        没有登记住户
      </Checkbox>
    </>
  )
}

/** The states to choose from, each with how many units are in it. */
function StateChips({ filters, buildings, onChoose }: NarrowingProps) {
  const within = filters.buildingId ? buildings.filter(({ id }) => id === filters.buildingId) : buildings
  const count = (state: UnitState) => within.reduce((sum, { states }) => sum + states[state], 0)
  const all = within.reduce((sum, { units }) => sum + units, 0)
  return (
    <Segmented<UnitState | 'all'>
      aria-label="状态"
      value={filters.state ?? 'all'}
      onChange={(state) => onChoose(state === 'all' ? without(filters, 'state') : { ...filters, state })}
      options={[
        { value: 'all', label: `全部 ${all}` },
        ...codesOf(unitStates).map((state) => ({ value: state, label: `${unitStates[state]} ${count(state)}` })),
      ]}
    />
  )
}

function Nothing({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  const { communityId } = useCommunity()
  if (isNarrowed)
    return (
      <EmptyPlace
        title="没有找到"
        hint="试试房号的一部分，如 3-2-601；手机号后四位；车牌的后五位。"
        action={<Button onClick={onClear}>清除条件</Button>}
      />
    )
  return (
    <EmptyPlace
      title="还没有房屋档案"
      hint={
        <>
          用<Link to={`/c/${communityId}/imports`}>档案导入</Link>一次导入全部楼栋、房屋和住户，或在
          <Link to={`/c/${communityId}/structure`}>楼栋房屋</Link>里逐栋添加。
        </>
      }
    />
  )
}

function Plates({ of: plates }: { of: string[] }) {
  if (plates.length === 0) return <Quiet>无</Quiet>
  return plates.map((plate) => (
    <div key={plate} style={{ whiteSpace: 'nowrap' }}>
      {plate}
    </div>
  ))
}

const Quiet = ({ children }: { children: string }) => <span style={{ color: 'var(--secondary)' }}>{children}</span>

function Residents({ unit }: { unit: UnitRow }) {
  if (unit.residents.length === 0) return <Quiet>没有登记</Quiet>
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
