import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { arrearsLimits, reminderPlaceholders, usualStages } from '@yinuo/contracts'
import type { ReminderStages, SetReminderStages } from '@yinuo/contracts'
import { App, Button, Drawer, Form, Input, InputNumber, Skeleton } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { useReminderStages, useRenewal } from './queries.ts'
import { exampleOf, stageWord } from './words.ts'

/** When households are reminded by themselves, and in which words. */
export function StagesDrawer({ onClose }: { onClose: () => void }) {
  const { communityId } = useCommunity()
  const query = useReminderStages(communityId)
  return (
    <Drawer open onClose={onClose} size={640} title="自动提醒">
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      {query.data && <StagesForm stages={query.data.stages} onClose={onClose} />}
    </Drawer>
  )
}

interface Fields {
  stages: { days: number; wording: string }[]
}

function StagesForm({ stages, onClose }: { stages: ReminderStages['stages']; onClose: () => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<Fields>()
  const typed = Form.useWatch('stages', form) ?? []
  const { submit, busy, failure } = useSubmit(
    (body: SetReminderStages) => call('PUT /communities/{communityId}/reminder-stages', { path: { communityId }, body }),
    () => {
      message.success('已保存')
      renew()
      onClose()
    },
  )
  const mayEdit = may('billing.edit')
  return (
    <Form form={form} layout="vertical" requiredMark={false} disabled={!mayEdit} initialValues={{ stages }} onFinish={submit}>
      <Refusal failure={failure} />
      <p style={{ color: 'var(--secondary)' }}>
        每张账单到每个提醒日只提醒一次，同一户同一天合成一条，只发给业主和租户；每天 9 点到 19 点发送。文字里可以用{' '}
        {Object.keys(reminderPlaceholders).join(' ')}。
      </p>
      <Form.List name="stages">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} style={{ padding: 16, marginBottom: 12, borderRadius: 8, background: 'var(--page)' }}>
                <div style={{ display: 'flex', gap: 8, alignItems: 'flex-start' }}>
                  <Form.Item
                    name={[name, 'days']}
                    label="到缴费日的天数（提前填负数）"
                    rules={[{ required: true, message: '请填写天数' }]}
                    extra={typeof typed[name]?.days === 'number' ? stageWord(typed[name].days) : undefined}
                  >
                    <InputNumber min={-30} max={730} precision={0} />
                  </Form.Item>
                  <span style={{ flex: 1 }} />
                  <Button icon={<DeleteOutlined />} onClick={() => remove(name)}>
                    去掉
                  </Button>
                </div>
                <Form.Item
                  name={[name, 'wording']}
                  label="提醒文字"
                  rules={[{ required: true, whitespace: true, message: '请填写提醒文字' }]}
                  extra={typed[name]?.wording ? `住户看到：${exampleOf(typed[name].wording)}` : undefined}
                >
                  <Input.TextArea maxLength={arrearsLimits.wording} showCount autoSize={{ minRows: 2 }} />
                </Form.Item>
              </div>
            ))}
            {mayEdit && (
              <div style={{ display: 'flex', gap: 8 }}>
                {fields.length < arrearsLimits.stages && (
                  <Button icon={<PlusOutlined />} onClick={() => add({ wording: usualStages[2].wording })}>
                    加一次提醒
                  </Button>
                )}
                {fields.length === 0 && (
                  <Button onClick={() => form.setFieldsValue({ stages: usualStages.map((stage) => ({ ...stage })) })}>
                    用常用的五次
                  </Button>
                )}
                <span style={{ flex: 1 }} />
                <Button type="primary" htmlType="submit" loading={busy}>
                  保存
                </Button>
              </div>
            )}
          </>
        )}
      </Form.List>
    </Form>
  )
}
