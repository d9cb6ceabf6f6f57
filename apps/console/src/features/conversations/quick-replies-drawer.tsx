import { conversationLimits } from '@yinuo/contracts'
import type { AddQuickReply, QuickReply } from '@yinuo/contracts'
import { App, Button, Drawer, Empty, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useSubmit } from '../../app/submit.ts'
import { Listing } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import styles from './conversations.module.css'
import { useQuickReplies, useRenewal } from './queries.ts'

/** What the desk of this community says again and again: found, worded, removed. */
export function QuickRepliesDrawer({ communityId, onClose }: { communityId: string; onClose: () => void }) {
  const query = useQuickReplies(communityId)
  const [typed, setTyped] = useState('')
  const [editing, setEditing] = useState<QuickReply | 'new' | null>(null)
  const found = (query.data ?? []).filter(({ title, content }) => `${title} ${content}`.includes(typed.trim()))
  return (
    <Drawer
      open
      onClose={onClose}
      size={480}
      title="快捷回复"
      extra={
        <Button type="primary" onClick={() => setEditing('new')}>
          添加
        </Button>
      }
    >
      {editing && (
        <Wording
          key={editing === 'new' ? 'new' : editing.id}
          communityId={communityId}
          reply={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      <Input
        allowClear
        placeholder="搜索"
        aria-label="搜索快捷回复"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Listing query={query} count={found.length} empty={<Empty description="把常说的话存成快捷回复，聊天时一点就能用" />}>
        <ul className={styles['replies']}>
          {found.map((reply) => (
            <li key={reply.id}>
              <b>{reply.title}</b>
              <p>{reply.content}</p>
              <Button size="small" onClick={() => setEditing(reply)}>
                修改
              </Button>
            </li>
          ))}
        </ul>
      </Listing>
    </Drawer>
  )
}

function Wording({ communityId, reply, onClose }: { communityId: string; reply: QuickReply | null; onClose: () => void }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<AddQuickReply>()
  const renew = useRenewal(communityId)
  const done = (text: string) => {
    message.success(text)
    renew()
    onClose()
  }
  const saving = useSubmit(
    (body: AddQuickReply, idempotencyKey) =>
      reply
        ? call('PUT /communities/{communityId}/quick-replies/{id}', {
            path: { communityId, id: reply.id },
            body: { ...body, version: reply.version },
          })
        : call('POST /communities/{communityId}/quick-replies', { path: { communityId }, body, idempotencyKey }),
    () => done('已保存'),
  )
  const removal = useSubmit(
    (body: { version: number }) =>
      call('POST /communities/{communityId}/quick-replies/{id}/remove', { path: { communityId, id: reply!.id }, body }),
    () => done('已删除'),
  )
  const reload = () => {
    renew()
    onClose()
  }
  return (
    <div className={styles['wording']}>
      <Refusal failure={saving.failure ?? removal.failure} onReload={reload} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={reply ?? {}}
        onFinish={({ title, content }) => void saving.submit({ title, content })}
      >
        <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请填写标题。' }]}>
          <Input maxLength={20} autoFocus />
        </Form.Item>
        <Form.Item name="content" label="内容" rules={[{ required: true, whitespace: true, message: '请填写内容。' }]}>
          <Input.TextArea rows={3} maxLength={conversationLimits.quickReplyLength} showCount />
        </Form.Item>
        <div className={styles['tools']}>
          {reply && (
            <Popconfirm title="删除这条快捷回复？" onConfirm={() => removal.submit({ version: reply.version })}>
              <Button danger loading={removal.busy}>
                删除
              </Button>
            </Popconfirm>
          )}
          <span style={{ flex: 1 }} />
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={saving.busy}>
            保存
          </Button>
        </div>
      </Form>
    </div>
  )
}
