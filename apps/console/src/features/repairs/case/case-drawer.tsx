import { LinkOutlined } from '@ant-design/icons'
import { App, Button, Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useParams } from 'react-router'
import { useCommunities } from '../../../app/community.ts'
import { RetryNote } from '../../../elements/listing.tsx'
import { useRepair } from '../queries.ts'
import { CaseView } from './case-view.tsx'

/** The case over the list it was opened from; closing goes back there. */
export function CaseDrawer() {
  const { communityId, id } = useParams()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const location = useLocation()
  const communities = useCommunities()
  const [open, setOpen] = useState(true)
  const query = useRepair(communityId!, id!)

  const copyLink = async () => {
    await navigator.clipboard?.writeText(window.location.href)
    message.success('链接已复制，发给同事即可打开这一单')
  }
  if (!communities.some((community) => community.communityId === communityId)) return null
  return (
    <Drawer
      open={open}
      onClose={() => setOpen(false)}
      afterOpenChange={(shown) => {
        if (shown) return
        const behind = (location.state as { behind?: Location } | null)?.behind
        navigate(behind ? `${behind.pathname}${behind.search}` : `/c/${communityId}/repairs`, { replace: true })
      }}
      size="min(1000px, 88vw)"
      title={query.data ? `报修 ${query.data.number}` : '报修'}
      extra={
        <Button type="text" icon={<LinkOutlined />} onClick={copyLink}>
          复制链接
        </Button>
      }
    >
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {query.data && <CaseView repair={query.data} />}
    </Drawer>
  )
}
