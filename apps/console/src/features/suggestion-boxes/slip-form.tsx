import { codesOf, complaintCategories, complaintSorts } from '@yinuo/contracts'
import type { ComplaintCategoryCode, ComplaintSort, NewBoxSlip } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'
import { useDraft } from '../../app/draft.ts'
import { useSubmit } from '../../app/submit.ts'
import { PhotoPicker } from '../../elements/photo-picker.tsx'
import type { KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { boxKeys } from './queries.ts'

interface Typed {
  sort: ComplaintSort
  category?: ComplaintCategoryCode
  description?: string
  name?: string
  phone?: string
  photos?: KeptPhoto[]
}

const fresh: Typed = { sort: 'suggestion' }

/** The slip in hand. What was typed stays over a closed page; what was registered is behind it. */
export function SlipForm({ openingId }: { openingId: string }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const [draft, keep, forget] = useDraft<Typed>(`slip.${openingId}`, fresh)
  const [unreadable, setUnreadable] = useState(false)
  const path = { communityId, id: openingId }
  const next = () => {
    forget()
    form.setFieldsValue({ ...fresh, category: undefined, description: undefined, name: undefined, phone: undefined, photos: [] })
    void queries.invalidateQueries({ queryKey: boxKeys(communityId).all })
    void queries.invalidateQueries({ queryKey: keysOf(communityId).complaints })
  }
  const { submit, busy, failure } = useSubmit(
    (body: NewBoxSlip, idempotencyKey) =>
      call('POST /communities/{communityId}/box-openings/{id}/slips', { path, body, idempotencyKey }),
    ({ number }) => {
      message.success(`已登记，编号 ${number}`)
      next()
    },
  )
  const send = ({ sort, category, description = '', name, phone, photos = [] }: Typed) =>
    submit({
      sort,
      category: category!,
      urgency: 'routine',
      description: description.trim(),
      fileIds: photos.map(({ id }) => id),
      ...(name?.trim() ? { complainant: { name: name.trim(), ...(phone ? { phone } : {}) } } : {}),
    })
  return (
    <>
      <Refusal failure={failure} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft}
        onValuesChange={(_, all) => keep(all)}
        onFinish={(typed) => void send(typed)}
        style={{ marginTop: 12 }}
      >
        <Form.Item name="sort" label="类型">
          <Radio.Group
            optionType="button"
            options={codesOf(complaintSorts).map((value) => ({ value, label: complaintSorts[value] }))}
          />
        </Form.Item>
        <Form.Item name="category" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
          <Select
            placeholder="由哪个部门负责，按类别确定"
            options={codesOf(complaintCategories).map((value) => ({ value, label: complaintCategories[value] }))}
          />
        </Form.Item>
        <Form.Item name="description" label="写了什么" rules={[{ required: true, whitespace: true, message: '请写下内容' }]}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} showCount placeholder="照纸条上的原话记" />
        </Form.Item>
        <Form.Item name="photos" label="纸条照片（可不传）">
          <PhotoPicker communityId={communityId} />
        </Form.Item>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
          <Form.Item name="name" label="署名" extra="没有署名的不用填。">
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="phone" label="联系电话">
            <Input maxLength={20} inputMode="tel" />
          </Form.Item>
        </div>
        <div style={{ display: 'flex', gap: 8 }}>
          <Button type="primary" htmlType="submit" loading={busy}>
            登记这一张
          </Button>
          <Button onClick={() => setUnreadable(true)}>无法辨认</Button>
        </div>
      </Form>
      {unreadable && <UnreadableDialog path={path} onClose={() => setUnreadable(false)} onDone={next} />}
    </>
  )
}

interface UnreadableProps {
  path: { communityId: string; id: string }
  onClose: () => void
  onDone: () => void
}

function UnreadableDialog({ path, onClose, onDone }: UnreadableProps) {
  const [reason, setReason] = useState('')
  const { submit, busy, failure } = useSubmit(
    (body: { reason: string }, idempotencyKey) =>
      call('POST /communities/{communityId}/box-openings/{id}/unreadable-slips', { path, body, idempotencyKey }),
    () => {
      onDone()
      onClose()
    },
  )
  return (
    <Modal
      open
      title="这一张无法辨认"
      okText="登记"
      okButtonProps={{ loading: busy, disabled: !reason.trim() }}
      onOk={() => void submit({ reason: reason.trim() })}
      onCancel={onClose}
    >
      <Refusal failure={failure} />
      <Input
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        aria-label="原因"
        placeholder="如 被雨水浸湿，字迹看不清"
        maxLength={200}
        autoFocus
      />
    </Modal>
  )
}
