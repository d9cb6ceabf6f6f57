import type { DocumentFile, DocumentView, NewDocument } from '@yinuo/contracts'
import { App, Button, Checkbox, Drawer, Form, Input } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { DocumentFields, draftOf } from './document-fields.tsx'
import type { TypedDocument } from './document-fields.tsx'
import { FileField } from './file-field.tsx'
import { useCategories, useLearnDocument } from './queries.ts'

type TypedFiling = TypedDocument & { file: DocumentFile; note?: string; companyWide?: boolean }

/** Files a document: the file first, its name fills in the title. */
export function FilingDrawer({
  categoryId,
  onFiled,
  onClose,
}: {
  categoryId: string | null
  onFiled: (document: DocumentView) => void
  onClose: () => void
}) {
  const { communityId, name } = useCommunity()
  const { message } = App.useApp()
  const [form] = Form.useForm<TypedFiling>()
  const categories = useCategories(communityId)
  const learn = useLearnDocument(communityId)
  const { submit, busy, failure } = useSubmit(
    (body: NewDocument, idempotencyKey) =>
      call('POST /communities/{communityId}/documents', { path: { communityId }, body, idempotencyKey }),
    (document) => {
      learn(document)
      message.success(`已归档《${document.title}》`)
      onFiled(document)
    },
  )
  const chosen = categories.data?.items.find(({ id }) => id === categoryId)
  return (
    <Drawer
      open
      onClose={onClose}
      size={600}
      title="归档文件"
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            归档
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={{ remindDays: 30, categoryId: chosen?.takesChanges ? chosen.id : undefined }}
        onValuesChange={({ file }: Partial<TypedFiling>) => {
          if (file && !form.getFieldValue('title')) form.setFieldValue('title', file.name.replace(/\.[^.]+$/, ''))
        }}
        onFinish={({ file, note, companyWide, ...typed }) =>
          submit({ ...draftOf(typed), fileId: file.id, note: note?.trim() ?? '', companyWide: companyWide ?? false })
        }
      >
        <Form.Item name="file" rules={[{ required: true, message: '请先上传文件' }]}>
          <FileField />
        </Form.Item>
        <DocumentFields />
        <Form.Item name="note" label="版本说明">
          <Input maxLength={200} placeholder="首次归档" />
        </Form.Item>
        {categories.data?.editsCompanyWide && (
          <Form.Item name="companyWide" valuePropName="checked" extra={`不勾选：只属于${name}。归档后不能再改。`}>
            <Checkbox>全公司共用，每个小区都能看到</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Drawer>
  )
}
