import { residencyRoles } from '@yinuo/contracts'
import type { Household, HouseholdPerson, MovePersonOut } from '@yinuo/contracts'
import { App, Button, Form, Input, Modal } from 'antd'
import { call } from '../../../app/call.ts'
import { useSubmit } from '../../../app/submit.ts'
import { Refusal } from '../../../elements/refusal.tsx'
import { DayField } from '../structure/day-field.tsx'
import { useRenewArchive } from '../structure/queries.ts'
import { useToday } from '../structure/today.ts'

const readyReasons = ['房屋已出售', '租期结束', '搬到别处居住', '登记有误']

interface MoveOutDialogProps {
  communityId: string
  household: Household
  person: HouseholdPerson
  onClose: () => void
}

/** Asks for the day and the reason, and says what it ends. */
export function MoveOutDialog({ communityId, household, person, onClose }: MoveOutDialogProps) {
  const { message } = App.useApp()
  const renew = useRenewArchive(communityId)
  const today = useToday()
  const [form] = Form.useForm<Omit<MovePersonOut, 'version'>>()
  const on = Form.useWatch('movedOutOn', form) ?? today
  const { submit, busy, failure, forget } = useSubmit(
    (body: MovePersonOut, idempotencyKey) =>
      call('POST /communities/{communityId}/residencies/{id}/end', {
        path: { communityId, id: person.residencyId },
        body,
        idempotencyKey,
      }),
    () => {
      message.success(`${person.name} 已登记搬出`)
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
    <Modal
      open
      title={`${residencyRoles[person.role]} ${person.name} 搬出 ${household.label}`}
      okText="确认搬出"
      okButtonProps={{ danger: true, loading: busy }}
      cancelText="取消"
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={480}
    >
      <Refusal failure={failure} onReload={reload} />
      <p style={{ marginBottom: 16, color: 'var(--secondary)' }}>
        {on <= today
          ? '确认后立即不能在小程序查看这套房屋、报修和收到它的消息，正在使用的页面也会失效。'
          : `到 ${on} 零点起，不能再在小程序查看这套房屋。在那之前可以编辑住户来更改。`}
        住户记录保留在“以前”。
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ movedOutOn: today }}
        onFinish={({ movedOutOn, reason }) => submit({ movedOutOn, reason: reason.trim(), version: person.version })}
      >
        <Form.Item name="movedOutOn" label="搬出日" rules={[{ required: true, message: '请选择搬出日' }]}>
          <DayField label="搬出日" />
        </Form.Item>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginBottom: 8 }}>
          {readyReasons.map((reason) => (
            <Button key={reason} size="small" onClick={() => form.setFieldValue('reason', reason)}>
              {reason}
            </Button>
          ))}
        </div>
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
