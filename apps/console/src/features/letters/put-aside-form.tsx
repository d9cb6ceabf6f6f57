import { App, AutoComplete, Button, Form, Space } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import type { Deciding } from './deciding.ts'
import { useRenewLetters } from './queries.ts'

const usual = ['垃圾邮件', '广告推销', '与本小区无关', '重复来信，已办理']

/** Nothing is made of the letter, and why; it can still become something later. */
export function PutAsideForm({ letter, onCancel, onReload }: Deciding) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewLetters(communityId)
  const { submit, busy, failure } = useSubmit(
    (body: { reason: string; version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/letters/{id}/put-aside', {
        path: { communityId, id: letter.id },
        body,
        idempotencyKey,
      }),
    () => {
      message.success('已搁置，在“已搁置”里还能找到')
      renew()
    },
  )
  return (
    <Form<{ reason: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ reason }) => void submit({ reason, version: letter.version })}
    >
      <Refusal failure={failure} onReload={onReload} />
      <Form.Item name="reason" label="为什么搁置" rules={[{ required: true, whitespace: true, message: '请写明原因' }]}>
        <AutoComplete
          options={usual.map((value) => ({ value }))}
          maxLength={200}
          style={{ maxWidth: 360 }}
          placeholder="选一个，或自己写"
        />
      </Form.Item>
      <Space>
        <Button type="primary" danger htmlType="submit" loading={busy}>
          搁置
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </Space>
    </Form>
  )
}
