import type { MessageChannelsView } from '@yinuo/contracts'
import { App, Button, Form, Input, Popconfirm, Space } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { useLearnChannels } from './queries.ts'

/** The robot of the staff's group chat: set, tried, taken away. Its address is never shown again. */
export function RobotPanel({ channels }: { channels: MessageChannelsView }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const learn = useLearnChannels()
  const [form] = Form.useForm<{ address: string }>()
  const { version, robotHint, robotSetAt } = channels
  const setting = useSubmit(
    (body: { address?: string; version: number }, idempotencyKey) =>
      call('PUT /communities/{communityId}/message-channels/robot', { path: { communityId }, body, idempotencyKey }),
    (changed) => {
      learn(changed)
      form.resetFields()
      message.success(changed.robotHint ? '已设置，请试发一条' : '已移除机器人')
    },
  )
  const testing = useSubmit(
    (_: object, idempotencyKey) =>
      call('POST /communities/{communityId}/message-channels/robot/test', { path: { communityId }, idempotencyKey }),
    () => message.success('已试发，请到群里查看'),
  )
  return (
    <Panel title="企业微信群机器人" padded>
      <p style={{ marginBottom: 12 }}>
        {robotHint ? (
          <>
            已设置（地址末四位 {robotHint}
            {robotSetAt && (
              <>
                ，<TimeText at={robotSetAt} />
              </>
            )}
            ）。勾选“发到群”的消息会同时发到这个群，每分钟最多 20 条，多的排队发送。
          </>
        ) : (
          '还没有设置。在企业微信群里选择“添加群机器人”，把 Webhook 地址粘贴到这里；地址加密保存，不再显示。'
        )}
      </p>
      <Refusal failure={setting.failure ?? testing.failure} />
      <Form form={form} layout="inline" onFinish={({ address }) => setting.submit({ address, version })}>
        <Form.Item
          name="address"
          style={{ flex: 1, minWidth: 280 }}
          rules={[{ required: true, whitespace: true, message: '请粘贴 Webhook 地址' }]}
        >
          <Input placeholder="https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…" maxLength={300} autoComplete="off" />
        </Form.Item>
        <Space wrap>
          <Button type="primary" htmlType="submit" loading={setting.busy}>
            {robotHint ? '更换' : '保存'}
          </Button>
          {robotHint && (
            <>
              <Button loading={testing.busy} onClick={() => testing.submit({})}>
                试发一条
              </Button>
              <Popconfirm
                title="移除机器人？"
                description="之后的消息不再发到群里。"
                okText="移除"
                onConfirm={() => setting.submit({ version })}
              >
                <Button danger>移除</Button>
              </Popconfirm>
            </>
          )}
        </Space>
      </Form>
    </Panel>
  )
}
