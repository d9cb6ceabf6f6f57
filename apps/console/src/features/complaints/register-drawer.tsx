import { codesOf, complaintCategories, complaintChannels, complaintSorts, urgencies } from '@yinuo/contracts'
import type { ComplaintReceipt, RegisterComplaint, UnitRow } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { keysOf, useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { PhotoPicker } from '../../elements/photo-picker.tsx'
import type { KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { HouseholdSearch } from '../repairs/intake/household-search.tsx'

interface Typed {
  channel: RegisterComplaint['channel']
  sort: RegisterComplaint['sort']
  category: RegisterComplaint['category']
  urgency: RegisterComplaint['urgency']
  description: string
  name?: string
  phone?: string
  photos?: KeptPhoto[]
}

const options = <Code extends string>(labels: Readonly<Record<Code, string>>) =>
  codesOf(labels).map((value) => ({ value, label: labels[value] }))

/** What came by telephone, at the desk, on a slip or in a letter: the record is the same as from a phone. */
export function RegisterDrawer({
  onClose,
  onRegistered,
}: {
  onClose: () => void
  onRegistered: (receipt: ComplaintReceipt) => void
}) {
  const { communityId } = useCommunity()
  const may = useMay()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const [unit, setUnit] = useState<Pick<UnitRow, 'id' | 'label'> | null>(null)
  const { submit, busy, failure } = useSubmit(
    (body: RegisterComplaint, idempotencyKey) =>
      call('POST /communities/{communityId}/complaint-registrations', { path: { communityId }, body, idempotencyKey }),
    (receipt) => {
      void queries.invalidateQueries({ queryKey: keysOf(communityId).complaints })
      message.success(`已登记，编号 ${receipt.number}`)
      onRegistered(receipt)
    },
  )
  const send = ({ name, phone, photos = [], ...told }: Typed) =>
    submit({
      ...told,
      fileIds: photos.map(({ id }) => id),
      ...(name?.trim()
        ? { complainant: { name: name.trim(), ...(phone ? { phone } : {}), ...(unit ? { unitId: unit.id } : {}) } }
        : {}),
    })
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title="登记投诉建议"
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            登记
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ channel: 'telephone', sort: 'complaint', urgency: 'routine' }}
        onFinish={(typed) => void send(typed)}
        scrollToFirstError
      >
        <Form.Item name="channel" label="从哪里收到">
          <Select options={options(complaintChannels)} />
        </Form.Item>
        <Form.Item name="sort" label="类型">
          <Radio.Group optionType="button" options={options(complaintSorts)} />
        </Form.Item>
        <Form.Item name="category" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
          <Select
            placeholder="由哪个部门负责，按类别确定"
            options={codesOf(complaintCategories).map((value) => ({ value, label: complaintCategories[value] }))}
          />
        </Form.Item>
        <Form.Item name="urgency" label="紧急程度">
          <Radio.Group optionType="button" options={options(urgencies)} />
        </Form.Item>
        <Form.Item name="description" label="说了什么" rules={[{ required: true, whitespace: true, message: '请写下内容' }]}>
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={1000} showCount placeholder="照对方的原话记" />
        </Form.Item>
        <Form.Item name="photos" label="照片（信件、纸条可以拍下来，可不传）">
          <PhotoPicker communityId={communityId} />
        </Form.Item>
        <Form.Item name="name" label="投诉人姓名" extra="意见箱里没有留名的，不用填。">
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="phone" label="联系电话">
          <Input maxLength={20} inputMode="tel" />
        </Form.Item>
        {may('archive.read') && (
          <Form.Item label="房屋">
            <HouseholdSearch communityId={communityId} value={unit} onChange={setUnit} />
          </Form.Item>
        )}
      </Form>
    </Drawer>
  )
}
