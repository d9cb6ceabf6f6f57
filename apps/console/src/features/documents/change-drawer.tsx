import type { DocumentFile, DocumentView } from '@yinuo/contracts'
import { App, Button, Drawer, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { DocumentFields, draftOf, typedOf } from './document-fields.tsx'
import type { TypedDocument } from './document-fields.tsx'
import { FileField } from './file-field.tsx'
import { AccessFields } from './posts-field.tsx'
import { useLearnDocument } from './queries.ts'

interface ChangeProps {
  document: DocumentView
  onReload: () => void
  onClose: () => void
}

/** A form over the document: sends its change, shows what came of it, keeps what was typed when refused. */
function ChangeDrawer<Typed extends object>({
  title,
  done,
  initial,
  send,
  children,
  document,
  onReload,
  onClose,
}: ChangeProps & {
  title: string
  done: string
  initial: Partial<Typed>
  send: (typed: Typed, idempotencyKey: string) => Promise<DocumentView>
  children: ReactNode
}) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const learn = useLearnDocument(communityId)
  const { submit, busy, failure } = useSubmit(send, (changed) => {
    learn(changed)
    message.success(done)
    onClose()
  })
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={`${title} · ${document.title}`}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            保存
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} onReload={onReload} />
      <Form form={form} layout="vertical" requiredMark={false} scrollToFirstError initialValues={initial} onFinish={submit}>
        {children}
      </Form>
    </Drawer>
  )
}

export function EditDrawer(props: ChangeProps) {
  const { communityId } = useCommunity()
  const { id, version } = props.document
  return (
    <ChangeDrawer<TypedDocument>
      {...props}
      title="编辑资料"
      done="已保存"
      initial={typedOf(props.document)}
      send={(typed) =>
        call('PUT /communities/{communityId}/documents/{id}', {
          path: { communityId, id },
          body: { ...draftOf(typed), version },
        })
      }
    >
      <DocumentFields />
    </ChangeDrawer>
  )
}

export function VersionDrawer(props: ChangeProps) {
  const { communityId } = useCommunity()
  const { id, version } = props.document
  return (
    <ChangeDrawer<{ file: DocumentFile; note?: string }>
      {...props}
      title="上传新版本"
      done="已上传新版本，旧版本仍保留"
      initial={{}}
      send={({ file, note }, idempotencyKey) =>
        call('POST /communities/{communityId}/documents/{id}/versions', {
          path: { communityId, id },
          body: { fileId: file.id, note: note?.trim() ?? '', version },
          idempotencyKey,
        })
      }
    >
      <Form.Item name="file" rules={[{ required: true, message: '请先上传文件' }]}>
        <FileField />
      </Form.Item>
      <Form.Item name="note" label="版本说明">
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} placeholder="改了什么，为什么改" />
      </Form.Item>
    </ChangeDrawer>
  )
}

export function AccessDrawer(props: ChangeProps) {
  const { communityId } = useCommunity()
  const { id, version, readerPosts, editorPosts } = props.document
  return (
    <ChangeDrawer<{ readerPosts?: string[]; editorPosts?: string[] }>
      {...props}
      title="查阅范围"
      done="已保存，下一次打开即生效"
      initial={{ readerPosts, editorPosts }}
      send={(typed) =>
        call('PUT /communities/{communityId}/documents/{id}/access', {
          path: { communityId, id },
          body: { readerPosts: typed.readerPosts ?? [], editorPosts: typed.editorPosts ?? [], version },
        })
      }
    >
      <AccessFields />
    </ChangeDrawer>
  )
}

export function WithdrawDrawer(props: ChangeProps) {
  const { communityId } = useCommunity()
  const { id, version } = props.document
  return (
    <ChangeDrawer<{ reason: string }>
      {...props}
      title="撤回"
      done="已撤回，可在“已撤回”里恢复"
      initial={{}}
      send={({ reason }, idempotencyKey) =>
        call('POST /communities/{communityId}/documents/{id}/withdraw', {
          path: { communityId, id },
          body: { reason: reason.trim(), version },
          idempotencyKey,
        })
      }
    >
      <p style={{ color: 'var(--secondary)' }}>撤回后不再出现在列表和搜索里，版本和记录都保留，可随时恢复。</p>
      <Form.Item name="reason" label="撤回原因" rules={[{ required: true, whitespace: true, message: '请填写撤回原因' }]}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} autoFocus />
      </Form.Item>
    </ChangeDrawer>
  )
}
