import { App, Button, Form, Input, Space } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import type { Deciding } from './deciding.ts'
import { useRenewLetters } from './queries.ts'

const NUMBER = /^T\d{6}-[2-9A-HJKMNP-Z]{5}$/

/** The letter is a word in a complaint that is there already. */
export function AppendForm({ letter, onCancel, onReload }: Deciding) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewLetters(communityId)
  const { submit, busy, failure } = useSubmit(
    (body: { number: string; version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/letters/{id}/append', { path: { communityId, id: letter.id }, body, idempotencyKey }),
    () => {
      message.success('已并入，处理人会收到提醒')
      renew()
    },
  )
  const send = ({ number }: { number: string }) => submit({ number: number.trim().toUpperCase(), version: letter.version })
  return (
    <Form<{ number: string }> layout="vertical" requiredMark={false} onFinish={(typed) => void send(typed)}>
      <Refusal failure={failure} onReload={onReload} />
      <Form.Item
        name="number"
        label="并入哪件投诉"
        extra="来信内容会出现在这件投诉的沟通记录里，投诉人也能看到；请确认是同一个人写的。"
        rules={[
          { required: true, message: '请填写投诉编号' },
          {
            validator: async (_, value: string = '') =>
              NUMBER.test(value.trim().toUpperCase()) || Promise.reject(new Error('编号形如 T261121-7K3FQ')),
          },
        ]}
      >
        <Input placeholder="T261121-7K3FQ" maxLength={20} style={{ maxWidth: 260 }} />
      </Form.Item>
      <Space>
        <Button type="primary" htmlType="submit" loading={busy}>
          并入
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </Space>
    </Form>
  )
}
