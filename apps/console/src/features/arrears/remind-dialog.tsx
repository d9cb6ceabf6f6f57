import { arrearsLimits, codesOf, reminderWays } from '@yinuo/contracts'
import type { HouseholdArrears, NewReminder } from '@yinuo/contracts'
import { App, Form, Input, Modal, Radio } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useRenewal } from './queries.ts'

const hints = {
  message: '给业主和租户发一条站内消息，按消息设置同时发微信订阅消息或短信。',
  letter: '书面通知送达后在这里记一笔，可先打印缴费通知。',
  phone: '电话沟通后在这里记一笔。',
  visit: '上门沟通后在这里记一笔。',
} as const

/** Sends a message, or keeps on record how somebody asked. */
export function RemindDialog({ home, onClose }: { home: HouseholdArrears; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<NewReminder>()
  const way = Form.useWatch('way', form) ?? 'message'
  const { submit, busy, failure } = useSubmit(
    (body: NewReminder, idempotencyKey) =>
      call('POST /communities/{communityId}/households/{unitId}/reminders', {
        path: { communityId, unitId: home.unitId },
        body,
        idempotencyKey,
      }),
    () => {
      message.success(way === 'message' ? '已发送' : '已记录')
      renew()
      onClose()
    },
  )
  return (
    <Modal
      open
      title={`催缴 ${home.unitLabel}`}
      okText={way === 'message' ? '发送' : '记录'}
      okButtonProps={{ loading: busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={failure} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ way: 'message' }} onFinish={submit}>
        <Form.Item name="way" label="方式" extra={hints[way]}>
          <Radio.Group
            optionType="button"
            options={codesOf(reminderWays).map((value) => ({ value, label: reminderWays[value] }))}
          />
        </Form.Item>
        {way !== 'message' && (
          <Form.Item name="note" label="说明">
            <Input.TextArea maxLength={arrearsLimits.note} autoSize={{ minRows: 2 }} placeholder="谈了什么、约定何时缴，可不填" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
