import { permissions } from '@yinuo/contracts'
import type { Permission, PostDraft, PostRow } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Drawer, Form, Input } from 'antd'
import { call } from '../../app/call.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { permissionGroups } from './permission-groups.ts'
import { PostDescriptionFields } from './post-description-fields.tsx'

export function PostDrawer({ post, onClose }: { post: PostRow | null; onClose: () => void }) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<PostDraft>()
  const { submit, busy, failure } = useSubmit(
    (body: PostDraft, idempotencyKey) =>
      post
        ? call('PUT /posts/{id}', { path: { id: post.id }, body, idempotencyKey })
        : call('POST /posts', { body, idempotencyKey }),
    (saved) => {
      message.success(`已保存岗位“${saved.name}”`)
      void queries.invalidateQueries({ queryKey: ['posts'] })
      onClose()
    },
  )
  return (
    <Drawer
      open
      onClose={onClose}
      size={640}
      title={post ? `编辑岗位 · ${post.name}` : '新建岗位'}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
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
          void queries.invalidateQueries({ queryKey: ['posts'] })
          onClose()
        }}
      />
      {post && post.holders > 0 && (
        <Alert type="info" showIcon title={`改动立即对 ${post.holders} 人生效`} style={{ marginBottom: 16 }} />
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={post ?? { permissions: [], answersFor: [], certificates: [] }}
        onFinish={(typed) =>
          submit({
            name: typed.name.trim(),
            duties: written(typed.duties),
            work: written(typed.work),
            authority: written(typed.authority),
            responsibility: written(typed.responsibility),
            qualification: written(typed.qualification),
            certificates: typed.certificates,
            answersFor: typed.answersFor,
            permissions: typed.permissions,
            ...(post ? { version: post.version } : {}),
          })
        }
      >
        <Form.Item name="name" label="岗位名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="duties" label="一句话职责">
          <Input.TextArea autoSize={{ minRows: 1 }} maxLength={200} />
        </Form.Item>
        <PostDescriptionFields />
        <Form.Item name="permissions" label="可以做什么">
          <Permissions />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

const written = (typed: string | undefined) => typed?.trim() ?? ''

function Permissions({ value = [], onChange }: { value?: Permission[]; onChange?: (permissions: Permission[]) => void }) {
  const toggle = (permission: Permission, wanted: boolean) =>
    onChange?.(wanted ? [...value, permission] : value.filter((held) => held !== permission))
  return (
    <>
      {permissionGroups().map((group) => (
        <div key={group.module} style={{ display: 'flex', gap: 12, padding: '8px 0', borderBottom: '1px solid var(--line)' }}>
          <span style={{ width: 72, color: 'var(--secondary)' }}>{group.module}</span>
          <div style={{ display: 'grid', flex: 1, gridTemplateColumns: '1fr 1fr', gap: '6px 12px' }}>
            {group.permissions.map((permission) => (
              <Checkbox
                key={permission}
                checked={value.includes(permission)}
                onChange={(event) => toggle(permission, event.target.checked)}
              >
                {permissions[permission]}
              </Checkbox>
            ))}
          </div>
        </div>
      ))}
    </>
  )
}
