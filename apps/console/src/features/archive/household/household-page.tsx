import { SwapOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useCommunity, useMay } from '../../../app/community.ts'
import { RetryNote } from '../../../elements/listing.tsx'
import { Page } from '../../../elements/page.tsx'
import { HouseholdBills } from '../../billing/household-bills.tsx'
import { SpacesSection } from '../structure/spaces-section.tsx'
import { VehiclesSection } from '../structure/vehicles-section.tsx'
import { CasesSection } from './cases-section.tsx'
import { EntrySection } from './entry-section.tsx'
import { HistorySection } from './history-section.tsx'
import { HouseholdHead } from './household-head.tsx'
import styles from './household.module.css'
import { NotesSection } from './notes-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { useHousehold } from './queries.ts'
import { TransferDrawer } from './transfer-drawer.tsx'
import { VisitsSection } from './visits-section.tsx'

/** A home with everything that touches it. */
export function HouseholdPage() {
  const { communityId } = useCommunity()
  const { unitId = '' } = useParams()
  const mayEdit = useMay()('archive.edit')
  const query = useHousehold(communityId, unitId)
  const [transferring, setTransferring] = useState(false)
  const household = query.data
  const back = <Link to={`/c/${communityId}/archive`}>← 全部房屋</Link>
  if (!household)
    return (
      <Page title="住户档案" about={back}>
        {query.isError ? <RetryNote query={query} /> : <Skeleton active paragraph={{ rows: 10 }} />}
      </Page>
    )
  return (
    <Page
      title={household.label}
      about={back}
      actions={
        mayEdit && (
          <Button icon={<SwapOutlined />} onClick={() => setTransferring(true)}>
            办理过户
          </Button>
        )
      }
    >
      {query.isError && <RetryNote query={query} />}
      <HouseholdHead household={household} />
      <div className={styles['columns']}>
        <div>
          <PeopleSection communityId={communityId} household={household} />
          <VehiclesSection communityId={communityId} unitId={unitId} />
          <SpacesSection communityId={communityId} unitId={unitId} />
          <HistorySection communityId={communityId} household={household} />
        </div>
        <aside>
          <HouseholdBills communityId={communityId} unitId={unitId} />
          <NotesSection communityId={communityId} household={household} />
          <CasesSection communityId={communityId} household={household} />
          <VisitsSection communityId={communityId} unitId={unitId} />
          <EntrySection communityId={communityId} household={household} />
        </aside>
      </div>
      {transferring && <TransferDrawer communityId={communityId} household={household} onClose={() => setTransferring(false)} />}
    </Page>
  )
}
