import type { CategoryDraft, DocumentCategory } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Form, Input, Popconfirm, TreeSelect } from 'antd'
import { call } from '../../app/call.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { AccessFields } from './posts-field.tsx'
import { choicesOf, documentKeys } from './queries.ts'
import type { CategoryNode } from './queries.ts'

interface CategoryDrawerProps {
  communityId: string
  category: DocumentCategory | null
  parentId: string | null
  nodes: readonly CategoryNode[]
  onClose: () => void
}

/** Adds or changes a category of the whole company, and who may open it. */
export function CategoryDrawer({ communityId, category, parentId, nodes, onClose }: CategoryDrawerProps) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<CategoryDraft>()
  const renew = () => queries.invalidateQueries({ queryKey: documentKeys(communityId).all })
  const done = (text: string) => {
    message.success(text)
    void renew()
    onClose()
  }
  const { submit, busy, failure } = useSubmit(
    (body: CategoryDraft, idempotencyKey) =>
      category
        ? call('PUT /communities/{communityId}/document-categories/{id}', { path: { communityId, id: category.id }, body })
        : call('POST /communities/{communityId}/document-categories', { path: { communityId }, body, idempotencyKey }),
    () => done('已保存分类'),
  )
  const withdrawal = useSubmit(
    (body: { version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/document-categories/{id}/withdraw', {
        path: { communityId, id: category!.id },
        body,
        idempotencyKey,
      }),
    () => done('已停用分类'),
  )
  return (
    <Drawer
      open
      onClose={onClose}
      size={480}
      title={category ? `编辑分类 · ${category.name}` : '新建分类'}
      footer={
        <div style={{ display: 'flex', gap: 8 }}>
          {category && (
            <Popconfirm title="停用这个分类？" onConfirm={() => withdrawal.submit({ version: category.version })}>
              <Button danger loading={withdrawal.busy}>
                停用
              </Button>
            </Popconfirm>
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
        failure={failure ?? withdrawal.failure}
        onReload={() => {
          void renew()
          onClose()
        }}
      />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={
          category
            ? { ...category, parentId: category.parentId ?? undefined }
            : { parentId: parentId ?? undefined, readerPosts: [], editorPosts: [] }
        }
        onFinish={({ name, parentId: parent, readerPosts, editorPosts }) =>
          submit({
            name: name.trim(),
            ...(parent ? { parentId: parent } : {}),
            readerPosts: readerPosts ?? [],
            editorPosts: editorPosts ?? [],
            ...(category ? { version: category.version } : {}),
          })
        }
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="parentId" label="上级分类" extra="最多三级">
          <TreeSelect
            allowClear
            treeDefaultExpandAll
            placeholder="无，放在最上层"
            treeData={choicesOf(nodes, ({ id }) => id !== category?.id)}
          />
        </Form.Item>
        <AccessFields />
      </Form>
    </Drawer>
  )
}
