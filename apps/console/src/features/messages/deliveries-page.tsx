import { SettingOutlined } from '@ant-design/icons'
import { codesOf, deliveryStates, messageChannels, messageKinds } from '@yinuo/contracts'
import type { DeliveryRow } from '@yinuo/contracts'
import { Button, Segmented, Select, Table } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { callUntil } from '../../app/call.ts'
import { keysOf, useCommunity, useMay } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { CountsPanel } from './counts-panel.tsx'
import { DeliveryTag } from './delivery-tag.tsx'
import { Explanation, MessageDrawer } from './message-drawer.tsx'
import { ResendButton } from './resend-button.tsx'

const MOST_AT_ONCE = 100

/** Every message, on every channel it was tried, and why one did not arrive. */
export function DeliveriesPage() {
  const { communityId } = useCommunity()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [chosen, setChosen] = useState<string[]>([])
  const state = codesOf(deliveryStates).find((each) => each === search.get('state'))
  const channel = codesOf(messageChannels).find((each) => each === search.get('channel'))
  const open = search.get('message')
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search)
    if (value) next.set(name, value)
    else next.delete(name)
    setSearch(next, { replace: true })
    if (name !== 'message') setChosen([])
  }
  const query = usePages<DeliveryRow>([...keysOf(communityId).deliveries, state, channel], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/deliveries', { path: { communityId }, query: { state, channel, cursor } }),
  )
  return (
    <Page
      title="消息送达"
      about="站内消息必达；再按设置的渠道先后发送，一个不成再试下一个，紧急的两个渠道同时发。每一步都留下记录。"
      actions={
        may('messages.manage') && (
          <Link to="settings">
            <Button icon={<SettingOutlined />}>渠道设置</Button>
          </Link>
        )
      }
    >
      <CountsPanel />
      <div style={{ height: 16 }} />
      <Panel>
        <Bar>
          <Segmented
            value={state ?? 'all'}
            onChange={(next) => set('state', next === 'all' ? undefined : next)}
            options={[
              { value: 'all', label: '全部' },
              ...codesOf(deliveryStates).map((value) => ({ value, label: deliveryStates[value] })),
            ]}
          />
          <Select
            allowClear
            placeholder="全部渠道"
            aria-label="渠道"
            style={{ width: 150 }}
            value={channel}
            onChange={(next?: string) => set('channel', next)}
            options={codesOf(messageChannels).map((value) => ({ value, label: messageChannels[value] }))}
          />
          <span style={{ flex: 1 }} />
          <ResendButton ids={chosen} onDone={() => setChosen([])} />
          <ExportButton list="deliveries" filters={{ state, channel }} />
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
            {...(may('messages.manage')
              ? {
                  rowSelection: {
                    selectedRowKeys: chosen,
                    onChange: (keys) => setChosen(keys.map(String).slice(0, MOST_AT_ONCE)),
                    getCheckboxProps: (row: DeliveryRow) => ({ disabled: row.state !== 'failed' }),
                  },
                }
              : {})}
            columns={[
              { title: '时间', width: 150, render: (_, row) => <TimeText at={row.at} /> },
              {
                title: '内容',
                width: 190,
                render: (_, row) => (
                  <Button type="link" size="small" style={{ padding: 0 }} onClick={() => set('message', row.messageId)}>
                    {messageKinds[row.kind]}
                  </Button>
                ),
              },
              { title: '收件人', width: 120, dataIndex: 'recipientName' },
              { title: '渠道', width: 140, render: (_, row) => messageChannels[row.channel] },
              { title: '结果', width: 110, render: (_, row) => <DeliveryTag delivery={row} /> },
              { title: '次数', width: 70, align: 'right', dataIndex: 'attempts' },
              { title: '说明', ellipsis: true, render: (_, row) => <Explanation row={row} /> },
            ]}
          />
        </Listing>
      </Panel>
      {open && <MessageDrawer id={open} onClose={() => set('message', undefined)} />}
    </Page>
  )
}
