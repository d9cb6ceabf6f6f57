import { codesOf, messageGroupOf, messageGroups, messageKinds, personalChannels } from '@yinuo/contracts'
import type { MessageChannelsView, MessagePolicyView, PersonalChannel, SetPolicy } from '@yinuo/contracts'
import { Select, Switch, Table, Tag } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useLearnChannels } from './queries.ts'

const options = codesOf(personalChannels).map((value) => ({ value, label: personalChannels[value] }))

/** One row a kind; each change is saved at once. The order in which channels are chosen is the order in which they are tried. */
export function PolicyTable({ channels }: { channels: MessageChannelsView }) {
  const { communityId } = useCommunity()
  const learn = useLearnChannels()
  const { submit, busy, failure } = useSubmit(
    (body: SetPolicy, idempotencyKey) =>
      call('PUT /communities/{communityId}/message-channels/policy', { path: { communityId }, body, idempotencyKey }),
    learn,
  )
  const change = ({ kind, channels: order, urgent, toRobot }: MessagePolicyView, wish: Partial<SetPolicy>) =>
    submit({ kind, channels: order, urgent, toRobot, version: channels.version, ...wish })
  return (
    <>
      <Refusal failure={failure} />
      <Table
        rowKey="kind"
        size="small"
        pagination={false}
        scroll={{ x: 820 }}
        dataSource={channels.policies}
        columns={[
          { title: '类别', width: 150, render: (_, row) => messageGroups[messageGroupOf(row.kind)] },
          {
            title: '消息',
            width: 190,
            render: (_, row) => (
              <>
                {messageKinds[row.kind]} {!row.isUsual && <Tag>已调整</Tag>}
              </>
            ),
          },
          {
            title: '站内消息之外，依次试',
            render: (_, row) => (
              <Select<PersonalChannel[]>
                mode="multiple"
                style={{ width: '100%', minWidth: 260 }}
                value={row.channels}
                disabled={busy}
                options={options}
                placeholder="只发站内消息"
                aria-label={`${messageKinds[row.kind]}的渠道`}
                onChange={(order) => void change(row, { channels: order })}
              />
            ),
          },
          {
            title: '两个渠道同时发',
            width: 130,
            render: (_, row) => (
              <Switch
                checked={row.urgent}
                disabled={busy}
                aria-label={`${messageKinds[row.kind]}两个渠道同时发`}
                onChange={(urgent) => void change(row, { urgent })}
              />
            ),
          },
          {
            title: '发到群',
            width: 90,
            render: (_, row) => (
              <Switch
                checked={row.toRobot}
                disabled={busy || !channels.robotHint}
                aria-label={`${messageKinds[row.kind]}发到企业微信群`}
                onChange={(toRobot) => void change(row, { toRobot })}
              />
            ),
          },
        ]}
      />
    </>
  )
}
