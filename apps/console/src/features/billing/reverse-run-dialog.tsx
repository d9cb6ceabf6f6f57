import { moneyLimits } from '@yinuo/contracts'
import type { BillRunView } from '@yinuo/contracts'
import { Form, Input, Modal } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { yuan } from '../../words/money.ts'
import styles from './billing.module.css'
import { useBillingChange } from './queries.ts'

/** Takes a whole run back; when anything is paid the server says how many, and the bills are gone through one by one. */
export function ReverseRunDialog({ run, onClose }: { run: BillRunView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<{ reason: string }>()
  const change = useBillingChange(
    ({ reason }: { reason: string }, idempotencyKey) =>
      call('POST /communities/{communityId}/bill-runs/{id}/reverse', {
        path: { communityId, id: run.id },
        body: { reason: reason.trim() },
        idempotencyKey,
      }),
    '整批账单已冲销',
    onClose,
  )
  return (
    <Modal
      open
      title={`冲销 ${run.month} 的整批账单（${run.bills} 张，${yuan(run.sumFen)}）`}
      okText="整批冲销"
      okButtonProps={{ danger: true, loading: change.busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={change.failure} />
      <p className={styles['quiet']}>这一批里还没有冲销的账单全部收回；有一张已缴费就不能整批办理。</p>
      <Form<{ reason: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(typed) => void change.submit(typed)}
      >
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请写明原因' }]}>
          <Input.TextArea maxLength={moneyLimits.reason} showCount autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
