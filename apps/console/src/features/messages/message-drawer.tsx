import { messageChannels, messageKinds } from '@yinuo/contracts'
import type { DeliveryRow } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Descriptions, Drawer, Skeleton, Table, Typography } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { DeliveryTag } from './delivery-tag.tsx'
import { messageKeys } from './queries.ts'
import { ResendButton } from './resend-button.tsx'

/** One message: what was said to whom, and every channel it was tried on. */
export function MessageDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { communityId } = useCommunity()
  const query = useQuery({
    queryKey: messageKeys(communityId).message(id),
    queryFn: () => call('GET /communities/{communityId}/messages/{id}', { path: { communityId, id } }),
  })
  const message = query.data
  const failed = message?.deliveries.filter(({ state }) => state === 'failed') ?? []
  return (
    <Drawer
      open
      size={720}
      title={message ? messageKinds[message.kind] : '消息'}
      onClose={onClose}
      extra={<ResendButton ids={failed.map((each) => each.id)} onDone={() => undefined} />}
    >
      {query.isPending && <Skeleton active />}
      {query.isError && <RetryNote query={query} />}
      {message && (
        <>
          <Descriptions
            column={2}
            size="small"
            items={[
              { key: 'to', label: '收件人', children: message.recipientName },
              { key: 'at', label: '时间', children: <TimeText at={message.sentAt} /> },
              { key: 'urgent', label: '紧急', children: message.urgent ? '是，两个渠道同时发' : '否' },
              { key: 'read', label: '已读', children: message.readAt ? <TimeText at={message.readAt} /> : '还没有打开' },
            ]}
          />
          <Typography.Paragraph style={{ marginTop: 16 }} strong>
            {message.title}
          </Typography.Paragraph>
          <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{message.body}</Typography.Paragraph>
          <Table<DeliveryRow>
            rowKey="id"
            size="small"
            pagination={false}
            dataSource={message.deliveries}
            columns={[
              { title: '渠道', width: 120, render: (_, row) => messageChannels[row.channel] },
              { title: '结果', width: 100, render: (_, row) => <DeliveryTag delivery={row} /> },
              { title: '次数', width: 60, align: 'right', dataIndex: 'attempts' },
              { title: '时间', width: 130, render: (_, row) => <TimeText at={row.at} /> },
              { title: '说明', render: (_, row) => <Explanation row={row} /> },
            ]}
          />
        </>
      )}
    </Drawer>
  )
}

/** Why it did not arrive, when it is tried again, and that somebody had it sent again. */
export function Explanation({ row }: { row: DeliveryRow }) {
  return (
    <>
      {row.reason}
      {row.nextAt && (
        <>
          ，<TimeText at={row.nextAt} />
        </>
      )}
      {row.resent > 0 && ` · 补发 ${row.resent} 次`}
    </>
  )
}
