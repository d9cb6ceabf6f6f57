import { SettingOutlined } from '@ant-design/icons'
import { causeKinds, codesOf, complaintDepartments, postCodes } from '@yinuo/contracts'
import type { CauseKind, PostCode } from '@yinuo/contracts'
import { Button, DatePicker, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { RetryNote } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useBuildings } from '../archive/structure/queries.ts'
import { CauseCasesDrawer } from './cause-cases-drawer.tsx'
import { CausesDrawer } from './causes-drawer.tsx'
import { Pareto } from './pareto.tsx'
import { useAnalysis } from './queries.ts'
import type { AnalysisFilters } from './queries.ts'

const departments = [...new Set(Object.values(complaintDepartments))]
const DAY = 'YYYY-MM-DD'

function filtersIn(search: URLSearchParams): AnalysisFilters {
  const kind = codesOf(causeKinds).find((each) => each === search.get('kind'))
  const department = departments.find((each) => each === search.get('department'))
  const buildingId = search.get('building')
  return {
    from: search.get('from') ?? dayjs().subtract(89, 'day').format(DAY),
    until: search.get('until') ?? dayjs().format(DAY),
    ...(kind && { kind }),
    ...(department && { department }),
    ...(buildingId && { buildingId }),
  }
}

/** Why things were reported: causes by how often they were behind it. */
export function CausesPage() {
  const { communityId } = useCommunity()
  const [search, setSearch] = useSearchParams()
  const [keeping, setKeeping] = useState(false)
  const buildings = useBuildings(communityId)
  const filters = filtersIn(search)
  const query = useAnalysis(communityId, filters)
  const set = (change: Record<string, string | undefined>) =>
    setSearch(
      (now) => {
        for (const [name, value] of Object.entries(change)) {
          if (value) now.set(name, value)
          else now.delete(name)
        }
        return now
      },
      { replace: true },
    )
  const opened = query.data?.items.find(({ id }) => id === search.get('cause'))
  return (
    <Page
      title="原因分析"
      about="工单办完后注明原因，少数原因往往占了多数工单：先改最前面的几个"
      actions={
        <Button icon={<SettingOutlined />} onClick={() => setKeeping(true)}>
          原因清单
        </Button>
      }
    >
      <Panel>
        <Bar>
          <DatePicker.RangePicker
            allowClear={false}
            aria-label="期间"
            style={{ width: 300 }}
            format="YYYY年M月D日"
            value={[dayjs(filters.from), dayjs(filters.until)]}
            presets={[30, 90, 365].map((days) => ({
              label: `近 ${days} 天`,
              value: [dayjs().subtract(days - 1, 'day'), dayjs()],
            }))}
            onChange={(days) => days?.[0] && days[1] && set({ from: days[0].format(DAY), until: days[1].format(DAY) })}
          />
          <Segmented<CauseKind | 'all'>
            aria-label="类型"
            value={filters.kind ?? 'all'}
            onChange={(next) => set({ kind: next === 'all' ? undefined : next })}
            options={[
              { value: 'all', label: '全部' },
              ...codesOf(causeKinds).map((value) => ({ value, label: causeKinds[value] })),
            ]}
          />
          <Select<PostCode>
            allowClear
            placeholder="全部部门"
            aria-label="责任部门"
            style={{ width: 140 }}
            value={filters.department}
            onChange={(department) => set({ department })}
            options={departments.map((value) => ({ value, label: postCodes[value] }))}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="全部楼栋"
            aria-label="楼栋"
            style={{ width: 140 }}
            value={filters.buildingId}
            onChange={(building: string | undefined) => set({ building })}
            options={(buildings.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
          <span style={{ flex: 1 }} />
          <ExportButton list="causes" filters={{ ...filters }} />
        </Bar>
        {query.isError && (
          <div style={{ padding: 16 }}>
            <RetryNote query={query} />
          </div>
        )}
        <Pareto query={query} onPick={(cause) => set({ cause })} />
      </Panel>
      {opened && <CauseCasesDrawer cause={opened} filters={filters} onClose={() => set({ cause: undefined })} />}
      {keeping && <CausesDrawer onClose={() => setKeeping(false)} />}
    </Page>
  )
}
