import { ArrowLeftOutlined } from '@ant-design/icons'
import type { MessageChannelsView } from '@yinuo/contracts'
import { Alert, Skeleton } from 'antd'
import { Link } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { PolicyTable } from './policy-table.tsx'
import { useChannels } from './queries.ts'
import { RobotPanel } from './robot-panel.tsx'

/** By which channels each kind of message goes, and the group chat of the staff. */
export function ChannelsPage() {
  const { communityId } = useCommunity()
  const query = useChannels()
  return (
    <Page
      title="消息渠道设置"
      about={
        <>
          <Link to={`/c/${communityId}/messages`}>
            <ArrowLeftOutlined /> 返回消息送达
          </Link>
          <span style={{ marginLeft: 12 }}>只影响本小区，下一条消息起生效。</span>
        </>
      }
    >
      {query.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {query.isError && <RetryNote query={query} />}
      {query.data && <Settings channels={query.data} />}
    </Page>
  )
}

function Settings({ channels }: { channels: MessageChannelsView }) {
  return (
    <>
      {!channels.isEmailOffered && (
        <Alert
          type="info"
          showIcon
          title="系统还没有配置邮件服务器，电子邮件渠道暂不发送。请系统管理员按运维手册设置。"
          style={{ marginBottom: 16 }}
        />
      )}
      <RobotPanel channels={channels} />
      <div style={{ height: 16 }} />
      <Panel title="每类消息怎么发">
        <PolicyTable channels={channels} />
      </Panel>
    </>
  )
}
