import { CheckCircleOutlined, ClockCircleOutlined, PlusOutlined, StopOutlined, WarningOutlined } from '@ant-design/icons'
import { boxStates } from '@yinuo/contracts'
import type { BoxState, SuggestionBox } from '@yinuo/contracts'
import { Button, Checkbox, Segmented, Table } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import type { Tone } from '../../theme/tokens.ts'
import { spokenDay } from '../../words/time.ts'
import { BoxDrawer } from './box-drawer.tsx'
import { EmptyDrawer } from './empty-drawer.tsx'
import { OpeningsList } from './openings-list.tsx'
import { useBoxes } from './queries.ts'

const marks: Record<BoxState, { tone: Tone; icon: ReactNode }> = {
  waiting: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  due: { tone: 'soon', icon: <ClockCircleOutlined /> },
  late: { tone: 'late', icon: <WarningOutlined /> },
  retired: { tone: 'done', icon: <StopOutlined /> },
}

/** The boxes of the community, the one to be emptied first on top, and what was taken out of them. */
export function BoxesPage() {
  const { name } = useCommunity()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [changing, setChanging] = useState<SuggestionBox | 'new' | null>(null)
  const view = search.get('view') === 'openings' ? 'openings' : 'boxes'
  const add = may('complaints.supervise') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setChanging('new')}>
      设意见箱
    </Button>
  )
  return (
    <Page title="意见箱" about={`${name}的意见箱：何时开箱、收到几张、是否都登记了`} actions={add}>
      <Panel>
        <Bar>
          <Segmented
            aria-label="看什么"
            value={view}
            onChange={(next) => setSearch(next === 'boxes' ? {} : { view: next }, { replace: true })}
            options={[
              { value: 'boxes', label: '意见箱' },
              { value: 'openings', label: '开箱记录' },
            ]}
          />
          {view === 'boxes' && may('complaints.supervise') && (
            <Checkbox
              checked={search.get('retired') === 'true'}
              onChange={({ target }) => setSearch(target.checked ? { retired: 'true' } : {}, { replace: true })}
            >
              含已停用
            </Checkbox>
          )}
        </Bar>
        {view === 'boxes' ? (
          <Boxes retired={search.get('retired') === 'true'} add={add} onChange={setChanging} />
        ) : (
          <OpeningsList />
        )}
      </Panel>
      {changing && <BoxDrawer box={changing === 'new' ? null : changing} onClose={() => setChanging(null)} />}
    </Page>
  )
}

/** The place as it was written, after its building where that is not said in it. */
const placeOf = ({ buildingName, place }: SuggestionBox) =>
  buildingName && !place.includes(buildingName) ? `${buildingName} · ${place}` : place

function Boxes({ retired, add, onChange }: { retired: boolean; add: ReactNode; onChange: (box: SuggestionBox) => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const navigate = useNavigate()
  const [opening, setOpening] = useState<SuggestionBox | null>(null)
  const query = useBoxes(communityId, retired)
  const pageOf = (id: string) => `/c/${communityId}/box-openings/${id}`
  return (
    <Listing
      query={query}
      count={query.data?.length ?? 0}
      empty={
        <EmptyPlace
          title="还没有意见箱"
          hint="设好位置、负责人和开箱间隔，到期会提醒开箱，住户在小程序里也看得到。"
          action={add}
        />
      }
    >
      <Table<SuggestionBox>
        rowKey="id"
        dataSource={query.data ?? []}
        pagination={false}
        scroll={{ x: 790 }}
        columns={[
          {
            title: '意见箱',
            render: (_, box) => (
              <>
                <strong>{box.name}</strong>
                <div style={{ color: 'var(--secondary)', fontSize: 13 }}>{placeOf(box)}</div>
              </>
            ),
          },
          {
            title: '负责',
            width: 110,
            render: (_, box) => (
              <>
                {box.staffName ?? box.postName}
                {box.staffName && <div style={{ color: 'var(--secondary)', fontSize: 13 }}>{box.postName}</div>}
              </>
            ),
          },
          {
            title: '上次开箱',
            width: 140,
            render: (_, box) => (
              <>
                {box.lastEmptiedAt ? <TimeText at={box.lastEmptiedAt} /> : '还没有'}
                <div style={{ color: 'var(--secondary)', fontSize: 13 }}>
                  每 {box.intervalDays} 天{!box.everyDays && '（标准）'}
                </div>
              </>
            ),
          },
          {
            title: '下次开箱',
            width: 120,
            render: (_, box) => (
              <>
                <StateTag {...marks[box.state]}>{boxStates[box.state]}</StateTag>
                {!box.retired && <div>{spokenDay(box.dueOn)}</div>}
              </>
            ),
          },
          {
            title: '待登记',
            width: 100,
            render: (_, box) => (box.openingId ? <Link to={pageOf(box.openingId)}>{box.slipsLeft} 张，继续</Link> : '—'),
          },
          {
            title: '',
            width: 170,
            align: 'right',
            render: (_, box) => (
              <>
                {may('complaints.assign') && !box.retired && (
                  <Button type="link" onClick={() => setOpening(box)}>
                    开箱
                  </Button>
                )}
                {may('complaints.supervise') && (
                  <Button type="link" onClick={() => onChange(box)}>
                    修改
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {opening && (
        <EmptyDrawer box={opening} onClose={() => setOpening(null)} onEmptied={({ id }) => void navigate(pageOf(id))} />
      )}
    </Listing>
  )
}
