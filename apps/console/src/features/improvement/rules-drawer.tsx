import { repeatRules, usualRepeats } from '@yinuo/contracts'
import type { RepeatLimit, RepeatRules } from '@yinuo/contracts'
import { App, Button, Drawer, Form, InputNumber, Skeleton } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { useRenewal, useRepeatRules } from './queries.ts'

/** From how many cases in how many days on something counts as repeating here. */
export function RulesDrawer({ onClose }: { onClose: () => void }) {
  const { communityId } = useCommunity()
  const query = useRepeatRules(communityId)
  return (
    <Drawer open onClose={onClose} size={460} title="重复问题的规则">
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      {query.data && <RulesForm rules={query.data.rules} onClose={onClose} />}
    </Drawer>
  )
}

function RulesForm({ rules, onClose }: { rules: RepeatLimit[]; onClose: () => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const { submit, busy, failure } = useSubmit(
    (body: RepeatRules) => call('PUT /communities/{communityId}/repeat-rules', { path: { communityId }, body }),
    () => {
      message.success('已保存，十分钟内按新规则查找')
      renew()
      onClose()
    },
  )
  const must = [{ required: true, message: '请填写' }]
  return (
    <Form<RepeatRules>
      layout="vertical"
      requiredMark={false}
      disabled={!may('improvement.edit')}
      initialValues={{ rules }}
      onFinish={(typed) => submit({ rules: rules.map((each, at) => ({ ...each, ...typed.rules[at]! })) })}
    >
      <Refusal failure={failure} />
      {rules.map(({ rule }, at) => (
        <Form.Item
          key={rule}
          label={repeatRules[rule]}
          extra={`通常是 ${usualRepeats[rule].days} 天内 ${usualRepeats[rule].cases} 件`}
        >
          <div style={{ display: 'flex', gap: 8, alignItems: 'baseline' }}>
            <Form.Item name={['rules', at, 'days']} rules={must} noStyle>
              <InputNumber min={1} max={365} precision={0} aria-label={`${repeatRules[rule]}：天数`} suffix="天内" />
            </Form.Item>
            <Form.Item name={['rules', at, 'cases']} rules={must} noStyle>
              <InputNumber min={2} max={100} precision={0} aria-label={`${repeatRules[rule]}：件数`} suffix="件" />
            </Form.Item>
          </div>
        </Form.Item>
      ))}
      {may('improvement.edit') && (
        <Button type="primary" htmlType="submit" loading={busy}>
          保存
        </Button>
      )}
    </Form>
  )
}
