import { codesOf, complaintCategories, complaintSorts, repairCategoryLabels, urgencies } from '@yinuo/contracts'
import type { RegisterLetter, RegisterLetterAsConsultation, RegisterLetterAsRepair, UnitRow } from '@yinuo/contracts'
import { App, Button, Form, Input, Radio, Select, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { HouseholdSearch } from '../repairs/intake/household-search.tsx'
import type { Deciding } from './deciding.ts'
import { useRenewLetters } from './queries.ts'

interface Typed {
  kind: RegisterLetter['sort'] | 'repair' | 'consultation'
  category?: RegisterLetter['category']
  repair?: RegisterLetterAsRepair['category']
  urgency: RegisterLetter['urgency']
  name: string
  phone?: string
}

const options = <Code extends string>(labels: Readonly<Record<Code, string>>) =>
  codesOf(labels).map((value) => ({ value, label: labels[value] }))

type Wish =
  | { as: 'complaint'; body: RegisterLetter }
  | { as: 'repair'; body: RegisterLetterAsRepair }
  | { as: 'consultation'; body: RegisterLetterAsConsultation }

/** The letter becomes a complaint, a suggestion, praise, a repair or a question to the desk, for a household. */
export function RegisterForm({ letter, onCancel, onReload }: Deciding) {
  const { communityId } = useCommunity()
  const may = useMay()
  const { message } = App.useApp()
  const renew = useRenewLetters(communityId)
  const [form] = Form.useForm<Typed>()
  const { household } = letter
  const [unit, setUnit] = useState<Pick<UnitRow, 'id' | 'label'> | null>(
    household && { id: household.unitId, label: household.unitLabel },
  )
  const kind = Form.useWatch('kind', form)
  const isRepair = kind === 'repair'
  const path = { communityId, id: letter.id }
  const { submit, busy, failure } = useSubmit(
    ({ as, body }: Wish, idempotencyKey): Promise<{ number: string }> => {
      if (as === 'repair')
        return call('POST /communities/{communityId}/letters/{id}/register-repair', { path, body, idempotencyKey })
      if (as === 'consultation')
        return call('POST /communities/{communityId}/letters/{id}/register-consultation', { path, body, idempotencyKey })
      return call('POST /communities/{communityId}/letters/{id}/register', { path, body, idempotencyKey })
    },
    ({ number }) => {
      message.success(`已登记，编号 ${number}；答复会发回来信的邮箱`)
      renew()
    },
  )
  const send = ({ kind, category, repair, urgency, name, phone }: Typed) => {
    const residentId = household && unit?.id === household.unitId && name.trim() === household.name ? household.residentId : null
    const complainant = {
      name: name.trim(),
      ...(phone?.trim() ? { phone: phone.trim() } : {}),
      ...(unit ? { unitId: unit.id } : {}),
      ...(residentId ? { residentId } : {}),
    }
    const asked = { complainant, version: letter.version }
    if (kind === 'consultation') return submit({ as: 'consultation', body: asked })
    if (kind === 'repair') return submit({ as: 'repair', body: { ...asked, urgency, category: repair! } })
    return submit({ as: 'complaint', body: { ...asked, urgency, sort: kind, category: category! } })
  }
  const kinds = [
    ...options(complaintSorts),
    { value: 'consultation', label: '咨询' },
    ...(may('repairs.report') ? [{ value: 'repair', label: '报修' }] : []),
  ]
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ kind: 'complaint', urgency: 'routine', name: household?.name ?? letter.fromName.slice(0, 40) }}
      onFinish={(typed) => void send(typed)}
      scrollToFirstError
    >
      <Refusal failure={failure} onReload={onReload} />
      <Form.Item name="kind" label="登记为">
        <Radio.Group optionType="button" options={kinds} />
      </Form.Item>
      {isRepair && (
        <Form.Item name="repair" label="报修类别" rules={[{ required: true, message: '请选择类别' }]}>
          <Select placeholder="什么坏了" options={options(repairCategoryLabels)} />
        </Form.Item>
      )}
      {kind && !isRepair && kind !== 'consultation' && (
        <Form.Item name="category" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
          <Select placeholder="由哪个部门负责，按类别确定" options={options(complaintCategories)} />
        </Form.Item>
      )}
      {kind === 'consultation' ? (
        <p style={{ margin: '0 0 24px', color: 'var(--secondary)' }}>来信会出现在“在线客服”里等前台答复，答复发回来信的邮箱。</p>
      ) : (
        <Form.Item name="urgency" label="紧急程度">
          <Radio.Group optionType="button" options={options(urgencies)} />
        </Form.Item>
      )}
      <Form.Item name="name" label="来信人姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
        <Input maxLength={40} style={{ maxWidth: 260 }} />
      </Form.Item>
      <Form.Item name="phone" label="联系电话">
        <Input maxLength={20} inputMode="tel" style={{ maxWidth: 260 }} />
      </Form.Item>
      {may('archive.read') && (
        <Form.Item label={isRepair ? '房屋' : '房屋（不清楚可不选）'}>
          <HouseholdSearch communityId={communityId} value={unit} onChange={setUnit} />
        </Form.Item>
      )}
      <Space>
        <Button type="primary" htmlType="submit" loading={busy}>
          登记
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </Space>
    </Form>
  )
}
