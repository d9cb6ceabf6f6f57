import { ApartmentOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import type { BuildingRow, UnitCell } from '@yinuo/contracts'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../../app/community.ts'
import { EmptyPlace, Listing } from '../../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../../elements/page.tsx'
import { BatchDrawer } from './batch-drawer.tsx'
import { BuildingDrawer } from './building-drawer.tsx'
import { BuildingList } from './building-list.tsx'
import { EntranceDialog } from './entrance-dialog.tsx'
import { FloorGrid } from './floor-grid.tsx'
import { entranceWord } from './floors.ts'
import { useBuildings, useUnitsOf } from './queries.ts'
import styles from './structure.module.css'
import { UnitDrawer } from './unit-drawer.tsx'

/** Buildings, their entrances, and every unit where it stands. */
export function StructurePage() {
  const { communityId } = useCommunity()
  const mayEdit = useMay()('archive.edit')
  const [search, setSearch] = useSearchParams()
  const [edited, setEdited] = useState<BuildingRow | 'new' | null>(null)
  const query = useBuildings(communityId)
  const buildings = query.data ?? []
  const chosen = buildings.find(({ id }) => id === search.get('building')) ?? buildings[0]
  const choose = (id: string) => setSearch({ building: id }, { replace: true })
  const units = buildings.reduce((sum, building) => sum + building.units, 0)
  const add = mayEdit && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
      添加楼栋
    </Button>
  )
  return (
    <Page title="楼栋与房屋" about={`${buildings.length} 栋楼，${units} 套房屋；每格一套，颜色、图标都表示状态`} actions={add}>
      {buildings.length === 0 ? (
        <Panel>
          <Listing
            query={query}
            count={0}
            empty={<EmptyPlace title="还没有楼栋" hint="先添加楼栋，再按楼层批量生成房屋；也可以用表格导入。" action={add} />}
          >
            {null}
          </Listing>
        </Panel>
      ) : (
        <div className={styles['columns']}>
          <Panel>
            <BuildingList
              communityId={communityId}
              buildings={buildings}
              chosen={chosen?.id}
              mayEdit={mayEdit}
              onChoose={choose}
            />
          </Panel>
          {chosen && <BuildingPanel key={chosen.id} building={chosen} buildings={buildings} onEdit={() => setEdited(chosen)} />}
        </div>
      )}
      {edited && (
        <BuildingDrawer
          communityId={communityId}
          building={edited === 'new' ? null : edited}
          others={buildings}
          onClose={() => setEdited(null)}
          onKept={choose}
        />
      )}
    </Page>
  )
}

interface BuildingPanelProps {
  building: BuildingRow
  buildings: BuildingRow[]
  onEdit: () => void
}

function BuildingPanel({ building, buildings, onEdit }: BuildingPanelProps) {
  const { communityId } = useCommunity()
  const mayEdit = useMay()('archive.edit')
  const navigate = useNavigate()
  const query = useUnitsOf(communityId, building.id)
  const [wanted, setWanted] = useState<string | null>(null)
  const [opened, setOpened] = useState<UnitCell | 'new' | 'batch' | 'entrance' | null>(null)
  const entrance = building.entrances.find(({ name }) => name === wanted)?.name ?? building.entrances[0]?.name ?? ''
  const close = () => setOpened(null)
  const batch = (
    <Button icon={<ApartmentOutlined />} onClick={() => setOpened('batch')}>
      批量添加
    </Button>
  )
  return (
    <Panel
      title={building.name}
      extra={
        mayEdit && (
          <span style={{ display: 'flex', gap: 8 }}>
            <Button icon={<EditOutlined />} onClick={onEdit}>
              编辑楼栋
            </Button>
            {batch}
            <Button icon={<PlusOutlined />} onClick={() => setOpened('new')}>
              添加房屋
            </Button>
          </span>
        )
      }
    >
      {building.entrances.length > 0 && (
        <Bar>
          <Segmented
            aria-label="单元"
            value={entrance}
            onChange={setWanted}
            options={building.entrances.map(({ name, units }) => ({ value: name, label: `${entranceWord(name)} ${units}` }))}
          />
          {mayEdit && (
            <Button type="link" size="small" onClick={() => setOpened('entrance')}>
              单元改名
            </Button>
          )}
        </Bar>
      )}
      <Listing
        query={query}
        count={query.data?.length ?? 0}
        empty={<EmptyPlace title={`${building.name}还没有房屋`} hint="按楼层和每层间数一次生成。" action={mayEdit && batch} />}
      >
        <FloorGrid
          units={query.data ?? []}
          entrance={entrance}
          onOpen={(unit) => (mayEdit ? setOpened(unit) : navigate(`/c/${communityId}/archive/${unit.id}`))}
        />
      </Listing>
      {opened === 'batch' && <BatchDrawer communityId={communityId} building={building} entrance={entrance} onClose={close} />}
      {opened === 'entrance' && (
        <EntranceDialog communityId={communityId} building={building} entrance={entrance} onClose={close} onRenamed={setWanted} />
      )}
      {opened && opened !== 'batch' && opened !== 'entrance' && (
        <UnitDrawer
          communityId={communityId}
          buildings={buildings}
          buildingId={building.id}
          entrance={entrance}
          unit={opened === 'new' ? null : opened}
          onClose={close}
        />
      )}
    </Panel>
  )
}
