import { codesOf, residencyRoles } from '@yinuo/contracts'
import type { Household, InviteFromOffice, ResidencyRole } from '@yinuo/contracts'
import { Form, Input, Radio } from 'antd'
import { call } from '../../../app/call.ts'
import { useDraft } from '../../../app/draft.ts'
import { useSubmit } from '../../../app/submit.ts'
import { DayField } from '../structure/day-field.tsx'
import { EditDrawer } from '../structure/edit-drawer.tsx'
import { useRenewArchive } from '../structure/queries.ts'

interface InviteDrawerProps {
  communityId: string
  household: Household
  onClose: () => void
  onInvited: (invitationId: string) => void
}

export function InviteDrawer({ communityId, household, onClose, onInvited }: InviteDrawerProps) {
  const renew = useRenewArchive(communityId)
  const [form] = Form.useForm<InviteFromOffice>()
  const [draft, keepDraft, forgetDraft] = useDraft<Partial<InviteFromOffice>>(`invite.${household.id}`, {})
  const role: ResidencyRole = Form.useWatch('role', form) ?? draft.role ?? 'owner'
  const { submit, busy, failure } = useSubmit(
    (body: InviteFromOffice, idempotencyKey) =>
      call('POST /communities/{communityId}/households/{unitId}/invitations', {
        path: { communityId, unitId: household.id },
        body,
        idempotencyKey,
      }),
    ({ id }) => {
      forgetDraft()
      renew()
      onInvited(id)
    },
  )
  const send = ({ name, phone, validUntil }: InviteFromOffice) =>
    submit({
      role,
      name: name.trim(),
      ...(phone?.trim() ? { phone: phone.trim() } : {}),
      ...(role !== 'owner' && validUntil ? { validUntil } : {}),
    })
  return (
    <EditDrawer
      title={`邀请入住 · ${household.label}`}
      form={form}
      initialValues={{ role: 'owner', ...draft }}
      busy={busy}
      failure={failure}
      onFinish={send}
      onTyped={keepDraft}
      onClose={onClose}
      onReload={renew}
      saveWord="生成邀请"
    >
      <Form.Item name="role" label="对方是">
        <Radio.Group
          optionType="button"
          options={codesOf(residencyRoles).map((value) => ({ value, label: residencyRoles[value] }))}
        />
      </Form.Item>
      <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="phone"
        label={role === 'owner' ? '手机' : '手机（可不填）'}
        rules={[{ required: role === 'owner', whitespace: true, message: '邀请业主请填写手机号' }]}
        extra="填写后，只有微信绑定这个手机号的人能接受。与档案里的姓名和手机一致时，会接上原来的记录。"
      >
        <Input inputMode="tel" maxLength={20} autoComplete="off" />
      </Form.Item>
      {role !== 'owner' && (
        <Form.Item
          name="validUntil"
          label={role === 'tenant' ? '租期截止日' : '截止日（可不填）'}
          rules={[{ required: role === 'tenant', message: '租户请填写租期截止日' }]}
        >
          <DayField label="截止日" placeholder="长期" />
        </Form.Item>
      )}
      <p style={{ color: 'var(--secondary)' }}>邀请 7 天内有效，只能用一次，接受前可随时撤回。</p>
    </EditDrawer>
  )
}
