import { codesOf, deliveryStates, messageChannels, messageKinds } from '@yinuo/contracts'
import type { DeliveryRow, DeliveryState } from '@yinuo/contracts'
import { Segmented, Table } from 'antd'
import { useSearchParams } from 'react-router'
import { callUntil } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { DeliveryTag } from './delivery-tag.tsx'

/** Every message, on every channel it was tried, and why one did not arrive. */
export function DeliveriesPage() {
  const { communityId } = useCommunity()
  const [search, setSearch] = useSearchParams()
  const state = codesOf(deliveryStates).find((each) => each === search.get('state'))
  const query = usePages<DeliveryRow>([...keysOf(communityId).deliveries, state], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/deliveries', { path: { communityId }, query: { state, cursor } }),
  )
  return (
    <Page title="消息送达" about="先发站内消息，再试微信订阅消息，重要的再发短信；每一步都留下记录。">
      <Panel>
        <Bar>
          <Segmented
            value={state ?? 'all'}
            onChange={(next) => setSearch(next === 'all' ? {} : { state: next as DeliveryState }, { replace: true })}
            options={[
              { value: 'all', label: '全部' },
              ...codesOf(deliveryStates).map((value) => ({ value, label: deliveryStates[value] })),
            ]}
          />
          <span style={{ flex: 1 }} />
          <ExportButton list="deliveries" filters={{ state }} />
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={
            <EmptyPlace
              title={state ? `没有“${deliveryStates[state]}”的消息` : '还没有发出过消息'}
              hint="派单、接单、完工时会自动通知相关的人。"
            />
          }
        >
          <Table
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            scroll={{ x: 900 }}
            columns={[
              { title: '时间', width: 150, render: (_, row) => <TimeText at={row.at} /> },
              { title: '内容', width: 190, render: (_, row) => messageKinds[row.kind] },
              { title: '收件人', width: 120, dataIndex: 'recipientName' },
              { title: '渠道', width: 140, render: (_, row) => messageChannels[row.channel] },
              { title: '结果', width: 110, render: (_, row) => <DeliveryTag delivery={row} /> },
              { title: '次数', width: 70, align: 'right', dataIndex: 'attempts' },
              { title: '说明', ellipsis: true, render: (_, row) => row.reason ?? '' },
            ]}
          />
        </Listing>
      </Panel>
    </Page>
  )
}
