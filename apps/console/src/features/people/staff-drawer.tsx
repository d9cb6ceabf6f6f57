import { codesOf, skills } from '@yinuo/contracts'
import type { StaffDraft, StaffRow } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Form, Input, Switch } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunities, useCommunity } from '../../app/community.ts'
import { useSession } from '../../app/session/session-store.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { PostFields } from './post-fields.tsx'
import { heldOf, sentOf } from './post-words.ts'
import { SignOutEverywhere } from './sign-out-everywhere.tsx'

interface StaffDrawerProps {
  staff: StaffRow | null
  onLeave: (staff: StaffRow) => void
  onClose: () => void
}

/** Adds or changes one person. A phone already known is shown masked and only replaced when typed anew. */
export function StaffDrawer({ staff, onLeave, onClose }: StaffDrawerProps) {
  const here = useCommunity()
  const communities = useCommunities()
  const myId = useSession().me?.staff?.id
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<StaffDraft>()
  const { submit, busy, failure } = useSubmit(
    (body: StaffDraft, idempotencyKey) =>
      staff
        ? call('PUT /staff/{id}', { path: { id: staff.id }, body, idempotencyKey })
        : call('POST /staff', { body, idempotencyKey }),
    (saved) => {
      message.success(staff ? `已保存 ${saved.name}` : `已添加 ${saved.name}`)
      void queries.invalidateQueries({ queryKey: ['staff'] })
      void queries.invalidateQueries({ queryKey: ['posts'] })
      onClose()
    },
  )
  const save = ({ password, posts, ...typed }: StaffDraft) =>
    submit({
      ...typed,
      posts: posts.map(sentOf),
      phone: typed.phone?.trim() || staff?.phoneMasked || '',
      ...(password ? { password } : {}),
      ...(staff ? { version: staff.version } : {}),
    })
  const elsewhere = (staff?.posts ?? [])
    .filter((post) => post.communityId && !communities.some(({ communityId }) => communityId === post.communityId))
    .map((post) => ({ value: post.communityId!, label: post.communityName! }))

  return (
    <Drawer
      open
      onClose={onClose}
      size={620}
      title={staff ? `编辑 ${staff.name}` : '添加员工'}
      footer={
        <div style={{ display: 'flex', gap: 8 }}>
          {staff && staff.id !== myId && (
            <>
              <SignOutEverywhere staff={staff} />
              <Button danger onClick={() => onLeave(staff)}>
                办理离职
              </Button>
            </>
          )}
          <span style={{ flex: 1 }} />
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            保存
          </Button>
        </div>
      }
    >
      <Refusal
        failure={failure}
        onReload={() => {
          void queries.invalidateQueries({ queryKey: ['staff'] })
          onClose()
        }}
      />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={save}
        scrollToFirstError
        initialValues={
          staff
            ? { ...staff, posts: staff.posts.map(heldOf) }
            : { active: true, posts: [{ scope: 'community', communityId: here.communityId }], skills: [] }
        }
      >
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '0 16px' }}>
          <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item
            name="phone"
            label="手机"
            rules={[{ required: !staff, pattern: /^1\d{10}$/, message: '请填写 11 位手机号' }]}
          >
            <Input inputMode="tel" placeholder={staff ? `${staff.phoneMasked}（不改不填）` : ''} maxLength={11} />
          </Form.Item>
          <Form.Item name="login" label="账号" rules={[{ required: true, whitespace: true, message: '请填写账号' }]}>
            <Input autoComplete="off" maxLength={40} />
          </Form.Item>
          <Form.Item
            name="password"
            label={staff ? '重设密码（不改不填）' : '初始密码'}
            rules={[{ required: !staff, min: 8, message: '至少 8 位' }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </div>
        <Form.Item label="岗位与管辖范围" extra="只能授予您自己在同样范围内有的权限。">
          <PostFields further={elsewhere} />
        </Form.Item>
        <Form.Item name="skills" label="资质" extra="报修按资质派单；没有资质的人派不到。">
          <Checkbox.Group
            style={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 8 }}
            options={codesOf(skills).map((value) => ({ value, label: skills[value] }))}
          />
        </Form.Item>
        <Form.Item
          name="active"
          label="账号启用"
          valuePropName="checked"
          extra="停用后立即不能登录，手上的工单仍在其名下；离开公司请用“办理离职”交接工作。"
        >
          <Switch />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
