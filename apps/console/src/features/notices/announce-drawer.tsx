import { codesOf, outageServices } from '@yinuo/contracts'
import type { NewOutage, NoticeAudience, OutageService } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, DatePicker, Drawer, Form, Input, Select } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { AudienceField, everybody, namesSomebody, Reach } from './audience-field.tsx'
import { noticeKeys } from './queries.ts'

interface Typed {
  service: OutageService
  scope: string
  cause: string
  audience: NoticeAudience
  urgent?: boolean
  startsAt: Dayjs
  expectedUntil: Dayjs
}

export const AtTime = ({ name, label }: { name: string; label: string }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: `请选择${label}` }]}>
    <DatePicker showTime={{ format: 'HH:mm' }} format="M月D日 HH:mm" style={{ width: '100%' }} />
  </Form.Item>
)

export const minuteOf = (at: Dayjs) => at.second(0).millisecond(0).toISOString()

/** Tells the affected at once: what, why, from when and until when. */
export function AnnounceDrawer({ onClose, onAnnounced }: { onClose: () => void; onAnnounced: (id: string) => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const audience = Form.useWatch('audience', form)
  const urgent = Form.useWatch('urgent', form)
  const { submit, busy, failure } = useSubmit(
    (body: NewOutage, idempotencyKey) =>
      call('POST /communities/{communityId}/outages', { path: { communityId }, body, idempotencyKey }),
    ({ id }) => {
      message.success('已发布，正在通知受影响的住户')
      void queries.invalidateQueries({ queryKey: noticeKeys(communityId).all })
      onClose()
      onAnnounced(id)
    },
  )
  return (
    <Drawer
      open
      onClose={onClose}
      size={600}
      title="发停用通知"
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            立即发布
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
        initialValues={{
          service: 'water',
          audience: { ...everybody, whole: false },
          startsAt: dayjs(),
          expectedUntil: dayjs().add(4, 'hour'),
        }}
        onFinish={({ startsAt, expectedUntil, urgent: asUrgent = false, ...typed }) =>
          submit({ ...typed, urgent: asUrgent, startsAt: minuteOf(startsAt), expectedUntil: minuteOf(expectedUntil) })
        }
      >
        <Form.Item name="service" label="停用什么">
          <Select options={codesOf(outageServices).map((value) => ({ value, label: outageServices[value] }))} />
        </Form.Item>
        <Form.Item
          name="audience"
          label="受影响的住户"
          rules={[
            {
              validator: async (_, chosen: NoticeAudience) => {
                if (!namesSomebody(chosen)) throw new Error('请选择受影响的楼栋、单元或房屋')
              },
            },
          ]}
        >
          <AudienceField withRoles={false} />
        </Form.Item>
        <Form.Item>
          <Reach audience={audience} urgent={urgent ?? false} />
        </Form.Item>
        <Form.Item name="scope" label="影响范围" rules={[{ required: true, whitespace: true, message: '请填写影响范围' }]}>
          <Input maxLength={60} placeholder="3号楼1单元全部住户" />
        </Form.Item>
        <Form.Item name="cause" label="原因" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <AtTime name="startsAt" label="开始时间" />
        <AtTime name="expectedUntil" label="预计恢复时间" />
        <Form.Item name="urgent" valuePropName="checked">
          <Checkbox>紧急：同时发短信，不受免打扰限制</Checkbox>
        </Form.Item>
      </Form>
    </Drawer>
  )
}
