import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { codesOf, spaceTenures, vehicleKinds } from '@yinuo/contracts'
import type { SpaceRow, SpaceTenure, VehicleKind, VehicleRow } from '@yinuo/contracts'
import { Button, Checkbox, Input, Segmented, Select, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../../app/community.ts'
import { ExportButton } from '../../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../../elements/page.tsx'
import { useSettled } from '../../../elements/settled.ts'
import { useRenewArchive, useSpaces, useVehicles } from './queries.ts'
import type { SpaceFilters, VehicleFilters } from './queries.ts'
import { spaceColumns } from './space-columns.tsx'
import { SpaceDrawer } from './space-drawer.tsx'
import { useToday } from './today.ts'
import { vehicleColumns } from './vehicle-columns.tsx'
import { VehicleDrawer } from './vehicle-drawer.tsx'

/** All parking spaces of a community, and all vehicles. */
export function ParkingPage() {
  const [search, setSearch] = useSearchParams()
  const mayEdit = useMay()('archive.edit')
  const tab = search.get('tab') === 'vehicles' ? 'vehicles' : 'spaces'
  const [isAdding, setAdding] = useState(false)
  const word = tab === 'spaces' ? '登记车位' : '登记车辆'
  return (
    <Page
      title="车位车辆"
      about={tab === 'spaces' ? '产权、租用和公共车位，及其期限' : '按车牌找到车主和房屋；只输后几位也能找到'}
      actions={
        mayEdit && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {word}
          </Button>
        )
      }
    >
      <Panel>
        <Bar>
          <Segmented
            aria-label="车位或车辆"
            value={tab}
            onChange={(next) => setSearch(next === 'vehicles' ? { tab: next } : {}, { replace: true })}
            options={[
              { value: 'spaces', label: '车位' },
              { value: 'vehicles', label: '车辆' },
            ]}
          />
        </Bar>
        {tab === 'spaces' ? (
          <Spaces isAdding={isAdding} onAdded={() => setAdding(false)} />
        ) : (
          <Vehicles isAdding={isAdding} onAdded={() => setAdding(false)} />
        )}
      </Panel>
    </Page>
  )
}

interface TabProps {
  isAdding: boolean
  onAdded: () => void
}

const homeColumn = <Row extends { unitId: string | null; unitLabel: string | null }>(
  communityId: string,
): TableColumnsType<Row>[number] => ({
  title: '房屋',
  width: 180,
  render: (_, { unitId, unitLabel }) => (unitId ? <Link to={`/c/${communityId}/archive/${unitId}`}>{unitLabel}</Link> : '—'),
})

function Spaces({ isAdding, onAdded }: TabProps) {
  const { communityId } = useCommunity()
  const mayEdit = useMay()('archive.edit')
  const renew = useRenewArchive(communityId)
  const today = useToday()
  const [typed, setTyped] = useState('')
  const [narrowed, setNarrowed] = useState<Omit<SpaceFilters, 'query'>>({})
  const [edited, setEdited] = useState<SpaceRow | null>(null)
  const text = useSettled(typed.trim(), 250)
  const query = useSpaces(communityId, { ...narrowed, ...(text ? { query: text } : {}) })
  const [number, ...rest] = spaceColumns({ communityId, mayEdit, today, onEdit: setEdited, onChanged: renew })
  const isNarrowed = text !== '' || Object.keys(narrowed).length > 0
  return (
    <>
      <Bar>
        <Search value={typed} onChange={setTyped} placeholder="车位号，如 B1-023" />
        <Select
          allowClear
          placeholder="全部性质"
          aria-label="车位性质"
          value={narrowed.tenure}
          onChange={(tenure?: SpaceTenure) =>
            setNarrowed(({ tenure: _, ...others }) => (tenure ? { ...others, tenure } : others))
          }
          options={codesOf(spaceTenures).map((value) => ({ value, label: spaceTenures[value] }))}
          style={{ width: 140 }}
        />
        <Checkbox
          checked={narrowed.lapsed ?? false}
          onChange={({ target }) =>
            setNarrowed(({ lapsed: _, ...others }) => (target.checked ? { ...others, lapsed: true } : others))
          }
        >
          只看已到期
        </Checkbox>
        <span style={{ flex: 1 }} />
        <ExportButton list="spaces" filters={{ ...narrowed, query: text }} />
      </Bar>
      <Listing
        query={query}
        count={query.rows.length}
        empty={
          isNarrowed ? (
            <EmptyPlace title="没有找到车位" hint="换一个车位号，或清除筛选。" />
          ) : (
            <EmptyPlace title="还没有登记车位" hint="登记产权和租用的车位，到期会在这里标出来。" />
          )
        }
      >
        <Table
          rowKey="id"
          dataSource={query.rows}
          columns={[number!, homeColumn<SpaceRow>(communityId), ...rest]}
          pagination={false}
          loading={query.isPlaceholderData}
          scroll={{ x: 1080 }}
        />
      </Listing>
      {(edited ?? isAdding) && (
        <SpaceDrawer
          communityId={communityId}
          space={edited}
          onClose={() => {
            setEdited(null)
            onAdded()
          }}
        />
      )}
    </>
  )
}

function Vehicles({ isAdding, onAdded }: TabProps) {
  const { communityId } = useCommunity()
  const mayEdit = useMay()('archive.edit')
  const renew = useRenewArchive(communityId)
  const today = useToday()
  const [typed, setTyped] = useState('')
  const [narrowed, setNarrowed] = useState<Omit<VehicleFilters, 'query'>>({})
  const [edited, setEdited] = useState<VehicleRow | null>(null)
  const text = useSettled(typed.trim(), 250)
  const query = useVehicles(communityId, { ...narrowed, ...(text ? { query: text } : {}) })
  const [plate, ...rest] = vehicleColumns({ communityId, mayEdit, today, onEdit: setEdited, onChanged: renew })
  const isNarrowed = text !== '' || Object.keys(narrowed).length > 0
  return (
    <>
      <Bar>
        <Search value={typed} onChange={setTyped} placeholder="车牌，如 沪A12345 或 12345" />
        <Select
          allowClear
          placeholder="全部类型"
          aria-label="车辆类型"
          value={narrowed.kind}
          onChange={(kind?: VehicleKind) => setNarrowed(({ kind: _, ...others }) => (kind ? { ...others, kind } : others))}
          options={codesOf(vehicleKinds).map((value) => ({ value, label: vehicleKinds[value] }))}
          style={{ width: 140 }}
        />
        <Checkbox
          checked={narrowed.past ?? false}
          onChange={({ target }) =>
            setNarrowed(({ past: _, ...others }) => (target.checked ? { ...others, past: true } : others))
          }
        >
          含已注销
        </Checkbox>
        <span style={{ flex: 1 }} />
        <ExportButton list="vehicles" filters={{ ...narrowed, query: text }} />
      </Bar>
      <Listing
        query={query}
        count={query.rows.length}
        empty={
          isNarrowed ? (
            <EmptyPlace title="没有找到车辆" hint="只输后几位试试；已注销的车辆要勾选“含已注销”。" />
          ) : (
            <EmptyPlace title="还没有登记车辆" hint="前台可以登记，业主和租户也可以在小程序里登记。" />
          )
        }
      >
        <Table
          rowKey="id"
          dataSource={query.rows}
          columns={[plate!, homeColumn<VehicleRow>(communityId), ...rest]}
          pagination={false}
          loading={query.isPlaceholderData}
          scroll={{ x: 1080 }}
        />
      </Listing>
      {(edited ?? isAdding) && (
        <VehicleDrawer
          communityId={communityId}
          vehicle={edited}
          onClose={() => {
            setEdited(null)
            onAdded()
          }}
        />
      )}
    </>
  )
}

function Search({ value, onChange, placeholder }: { value: string; onChange: (typed: string) => void; placeholder: string }) {
  return (
    <Input
      prefix={<SearchOutlined />}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      placeholder={placeholder}
      aria-label={placeholder}
      allowClear
      style={{ width: 260 }}
    />
  )
}
