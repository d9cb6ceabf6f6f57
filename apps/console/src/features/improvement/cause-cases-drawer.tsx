import { RiseOutlined } from '@ant-design/icons'
import type { CauseCount } from '@yinuo/contracts'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { serverNow } from '../../app/clock.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { CaseList } from './case-list.tsx'
import { PlanDrawer } from './plan-drawer.tsx'
import { useCauseCases } from './queries.ts'
import type { AnalysisFilters } from './queries.ts'

/** The cases behind one bar, and the step from there to doing something about it. */
export function CauseCasesDrawer({
  cause,
  filters,
  onClose,
}: {
  cause: CauseCount
  filters: AnalysisFilters
  onClose: () => void
}) {
  const { communityId } = useCommunity()
  const may = useMay()
  const navigate = useNavigate()
  const [planning, setPlanning] = useState(false)
  const query = useCauseCases(communityId, cause.id, filters)
  const days = Math.min(365, Math.max(1, Math.ceil((serverNow() - Date.parse(filters.from)) / 86_400_000)))
  return (
    <Drawer
      open
      onClose={onClose}
      size={820}
      title={`因为“${cause.name}”的 ${cause.cases} 件`}
      extra={
        may('improvement.edit') && (
          <Button type="primary" icon={<RiseOutlined />} onClick={() => setPlanning(true)}>
            立项改进
          </Button>
        )
      }
    >
      <Listing query={query} count={query.rows.length} empty={<EmptyPlace title="没有工单" />}>
        <CaseList cases={query.rows} />
      </Listing>
      {planning && (
        <PlanDrawer
          of={{ kind: 'cause', causeId: cause.id, causeName: cause.name, days }}
          onClose={() => setPlanning(false)}
          onSaved={({ id }) => void navigate(`/c/${communityId}/improvements/${id}`)}
        />
      )}
    </Drawer>
  )
}
