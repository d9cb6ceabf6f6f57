import type { PostHeld, ReturnToOffice, StaffRow } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Form, Input } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { PostFields } from './post-fields.tsx'
import { sentOf } from './post-words.ts'

interface Typed {
  posts: PostHeld[]
  password?: string
}

/** Somebody who left comes back: the same person and record, posts given anew. */
export function ReturnDrawer({ staff, onClose }: { staff: StaffRow; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const renew = () => {
    void queries.invalidateQueries({ queryKey: ['staff'] })
    onClose()
  }
  const { submit, busy, failure } = useSubmit(
    (body: ReturnToOffice) => call('POST /staff/{id}/return', { path: { id: staff.id }, body }),
    () => {
      message.success(`${staff.name}已复职`)
      renew()
    },
  )
  return (
    <Drawer
      open
      onClose={onClose}
      size={620}
      title={`办理复职 · ${staff.name}`}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            办理复职
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} onReload={renew} />
      <p style={{ marginBottom: 16, color: 'var(--secondary)' }}>
        {staff.leftOn} 离职。账号仍是 {staff.login}；从前的工作留在接手的人那里。微信需要本人重新绑定。
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ posts: [{ scope: 'community', communityId }] }}
        onFinish={({ posts, password }) =>
          submit({ version: staff.version, posts: posts.map(sentOf), ...(password ? { password } : {}) })
        }
      >
        <Form.Item label="岗位与管辖范围">
          <PostFields />
        </Form.Item>
        <Form.Item
          name="password"
          label="新密码（不用控制台的可不填）"
          rules={[{ min: 8, message: '至少 8 位' }]}
          extra="离职时原密码和动态码已作废。"
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
