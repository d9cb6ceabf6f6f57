import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { codesOf, skills } from '@yinuo/contracts'
import type { StaffDraft, StaffRow } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Form, Input, Select, Switch } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunities, useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'

/** Adds or changes one person. A phone already known is shown masked and only replaced when typed anew. */
export function StaffDrawer({ staff, onClose }: { staff: StaffRow | null; onClose: () => void }) {
  const here = useCommunity()
  const communities = useCommunities()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<StaffDraft>()
  const posts = useQuery({ queryKey: ['posts'], queryFn: () => call('GET /posts'), staleTime: 60_000 })
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
  const save = ({ password, ...typed }: StaffDraft) =>
    submit({
      ...typed,
      phone: typed.phone?.trim() || staff?.phoneMasked || '',
      ...(password ? { password } : {}),
      ...(staff ? { version: staff.version } : {}),
    })
  const communityChoices = [
    ...communities.map(({ communityId, name }) => ({ value: communityId, label: name })),
    ...(staff?.posts ?? [])
      .filter((post) => !communities.some(({ communityId }) => communityId === post.communityId))
      .map((post) => ({ value: post.communityId, label: post.communityName })),
  ]

  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={staff ? `编辑 ${staff.name}` : '添加员工'}
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
            ? { ...staff, posts: staff.posts.map(({ communityId, postId }) => ({ communityId, postId })) }
            : { active: true, posts: [{ communityId: here.communityId }], skills: [] }
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
        <Form.Item label="岗位">
          <Form.List name="posts">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <div key={key} style={{ display: 'flex', gap: 8, marginBottom: 8 }}>
                    <Form.Item name={[name, 'communityId']} noStyle rules={[{ required: true }]}>
                      <Select options={communityChoices} style={{ flex: 1 }} aria-label="小区" />
                    </Form.Item>
                    <Form.Item name={[name, 'postId']} noStyle rules={[{ required: true, message: '请选择岗位' }]}>
                      <Select
                        options={posts.data?.map(({ id, name: postName }) => ({ value: id, label: postName }))}
                        loading={posts.isPending}
                        placeholder="岗位"
                        style={{ flex: 1 }}
                        aria-label="岗位"
                      />
                    </Form.Item>
                    <Button type="text" icon={<MinusCircleOutlined />} aria-label="去掉这个岗位" onClick={() => remove(name)} />
                  </div>
                ))}
                <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ communityId: here.communityId })}>
                  再加一个岗位
                </Button>
              </>
            )}
          </Form.List>
        </Form.Item>
        <Form.Item name="skills" label="资质" extra="报修按资质派单；没有资质的人派不到。">
          <Checkbox.Group
            style={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 8 }}
            options={codesOf(skills).map((value) => ({ value, label: skills[value] }))}
          />
        </Form.Item>
        <Form.Item name="active" label="账号启用" valuePropName="checked" extra="停用后立即不能登录，记录仍保留。">
          <Switch />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
