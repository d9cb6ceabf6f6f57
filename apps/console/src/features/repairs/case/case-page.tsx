import { ArrowLeftOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { Link, useParams } from 'react-router'
import { useCommunity } from '../../../app/community.ts'
import { RetryNote } from '../../../elements/listing.tsx'
import { Page, Panel } from '../../../elements/page.tsx'
import { useRepair } from '../queries.ts'
import { CaseView } from './case-view.tsx'

/** The case on a page of its own: what a link sent to a colleague opens. */
export function CasePage() {
  const { communityId } = useCommunity()
  const { id } = useParams()
  const query = useRepair(communityId, id!)
  return (
    <Page
      title={query.data ? `报修 ${query.data.number}` : '报修'}
      about={
        <Link to={`/c/${communityId}/repairs`}>
          <ArrowLeftOutlined /> 全部报修
        </Link>
      }
    >
      <Panel padded>
        {query.isError && <RetryNote query={query} />}
        {query.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
        {query.data && <CaseView repair={query.data} />}
      </Panel>
    </Page>
  )
}
