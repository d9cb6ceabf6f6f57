import { codesOf, residencyRoles } from '@yinuo/contracts'
import type { Household, HouseholdPerson, ResidencyRole } from '@yinuo/contracts'
import { App, Form, Input, InputNumber, Radio } from 'antd'
import { call } from '../../../app/call.ts'
import { useDraft } from '../../../app/draft.ts'
import { useSubmit } from '../../../app/submit.ts'
import { DayField } from '../structure/day-field.tsx'
import { Beside, EditDrawer } from '../structure/edit-drawer.tsx'
import { useRenewArchive } from '../structure/queries.ts'
import { useToday } from '../structure/today.ts'
import { personBody, sharesLeft, typedOf, type TypedPerson } from './person-form.ts'

interface PersonDrawerProps {
  communityId: string
  household: Household
  /** null: a new one */
  person: HouseholdPerson | null
  onClose: () => void
}

/** Registers somebody in this home, or changes them. A phone on file is shown masked and only replaced when typed anew. */
export function PersonDrawer({ communityId, household, person, onClose }: PersonDrawerProps) {
  const { message } = App.useApp()
  const renew = useRenewArchive(communityId)
  const today = useToday()
  const [form] = Form.useForm<TypedPerson>()
  const [draft, keepDraft, forgetDraft] = useDraft<Partial<TypedPerson>>(`person.${household.id}`, {})
  const initial: Partial<TypedPerson> = person ? typedOf(person) : { role: 'owner', validFrom: today, ...draft }
  const role: ResidencyRole = Form.useWatch('role', form) ?? initial.role ?? 'owner'
  const left = sharesLeft(household.people, person)
  const { submit, busy, failure, forget } = useSubmit(
    (body: ReturnType<typeof personBody>, idempotencyKey) =>
      person
        ? call('PUT /communities/{communityId}/residencies/{id}', {
            path: { communityId, id: person.residencyId },
            body: { ...body, version: person.version, residentVersion: person.residentVersion },
          })
        : call('POST /communities/{communityId}/households/{unitId}/people', {
            path: { communityId, unitId: household.id },
            body: { ...body, phone: body.phone ?? '' },
            idempotencyKey,
          }),
    () => {
      message.success(person ? '住户已保存' : '住户已登记')
      if (!person) forgetDraft()
      renew()
      onClose()
    },
  )
  /** What was typed stays; it is kept against the version that is there now. */
  const reload = () => {
    renew()
    forget()
  }
  return (
    <EditDrawer
      title={person ? `编辑 ${person.name}` : `登记住户 · ${household.label}`}
      form={form}
      initialValues={initial}
      busy={busy}
      failure={failure}
      onFinish={(typed) => submit(personBody(typed))}
      onTyped={(typed) => !person && keepDraft(typed)}
      onClose={onClose}
      onReload={reload}
    >
      <Form.Item name="role" label="身份">
        <Radio.Group
          optionType="button"
          options={codesOf(residencyRoles).map((value) => ({ value, label: residencyRoles[value] }))}
        />
      </Form.Item>
      <Beside>
        <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label="手机" rules={[{ required: !person, message: '请填写手机号' }]}>
          <Input
            inputMode="tel"
            maxLength={20}
            autoComplete="off"
            placeholder={person ? `${person.phoneMasked}（不改不填）` : '11 位手机号，或带区号的座机'}
          />
        </Form.Item>
      </Beside>
      {person && (
        <p style={{ marginBottom: 16, color: 'var(--secondary)' }}>姓名和手机属于本人，他在其他房屋的登记会一起更新。</p>
      )}
      {role === 'owner' && (
        <Form.Item name="sharePercent" label="共有份额（%，独有或不清楚可不填）" extra={`其他业主合计之外还剩 ${left}%`}>
          <InputNumber min={0.01} max={100} precision={2} style={{ width: '100%' }} />
        </Form.Item>
      )}
      <Beside>
        <Form.Item name="validFrom" label="入住日" rules={[{ required: true, message: '请选择入住日' }]}>
          <DayField label="入住日" placeholder="选择日期" />
        </Form.Item>
        <Form.Item
          name="validUntil"
          label={role === 'tenant' ? '租期截止日' : '截止日（可不填）'}
          rules={[{ required: role === 'tenant', message: '租户请填写租期截止日' }]}
        >
          <DayField label="截止日" placeholder="长期" />
        </Form.Item>
      </Beside>
    </EditDrawer>
  )
}
