import { improvementLimits } from '@yinuo/contracts'
import type { ImprovementView, ProposalView } from '@yinuo/contracts'
import { App, Button, DatePicker, Drawer, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useOwners, useRenewal } from './queries.ts'
import { placeWord } from './words.ts'

/** What the plan is of: something that repeats, a cause seen in the chart, or an improvement that is under way. */
export type PlanOf =
  | { kind: 'proposal'; proposal: ProposalView }
  | { kind: 'cause'; causeId: string; causeName: string; days: number }
  | { kind: 'improvement'; improvement: ImprovementView }

interface Typed {
  title: string
  finding: string
  measure: string
  ownerId: string
  dueOn: Dayjs
  target: number
}

function typedOf(of: PlanOf): Partial<Typed> {
  const dueOn = dayjs().add(1, 'month')
  switch (of.kind) {
    case 'proposal': {
      const { proposal } = of
      const where = placeWord(proposal)
      const finding = `${where} ${proposal.days} 天内有 ${proposal.cases} 件因为“${proposal.causeName}”。`
      return { title: `减少${where}的“${proposal.causeName}”`, finding, dueOn, target: halfOf(proposal) }
    }
    case 'cause':
      return { title: `减少“${of.causeName}”`, dueOn, target: 0 }
    case 'improvement': {
      const { title, finding, measure, ownerId, dueOn: on, target } = of.improvement
      return { title, finding, measure, ...(ownerId && { ownerId }), dueOn: dayjs(on), target }
    }
  }
}

/** Half of what it is now, in the days figures are counted in. */
const halfOf = ({ cases, days }: ProposalView) => Math.floor((cases * improvementLimits.figureDays) / days / 2)

interface PlanProps {
  of: PlanOf
  onClose: () => void
  onSaved: (saved: ImprovementView) => void
}

/** What was found, what is done about it, by whom, until when, and how few cases it is to come to. */
export function PlanDrawer({ of, onClose, onSaved }: PlanProps) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const owners = useOwners(communityId)
  const [form] = Form.useForm<Typed>()
  const { submit, busy, failure } = useSubmit(
    ({ dueOn, ...typed }: Typed, idempotencyKey) => {
      const plan = { ...typed, dueOn: dueOn.format('YYYY-MM-DD') }
      switch (of.kind) {
        case 'proposal': {
          const { id, version } = of.proposal
          const path = { communityId, id }
          const body = { ...plan, version }
          return call('POST /communities/{communityId}/improvement-proposals/{id}/accept', { path, body, idempotencyKey })
        }
        case 'cause': {
          const body = { ...plan, causeId: of.causeId, days: of.days }
          return call('POST /communities/{communityId}/improvements', { path: { communityId }, body, idempotencyKey })
        }
        case 'improvement': {
          const { id, version } = of.improvement
          return call('PUT /communities/{communityId}/improvements/{id}', {
            path: { communityId, id },
            body: { ...plan, version },
          })
        }
      }
    },
    (saved) => {
      message.success(of.kind === 'improvement' ? '已保存' : `已立项 ${saved.number}`)
      renew()
      onClose()
      onSaved(saved)
    },
  )
  const required = (what: string) => [{ required: true, whitespace: true, message: `请填写${what}` }]
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={of.kind === 'improvement' ? `修改 ${of.improvement.number}` : '立项改进'}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            {of.kind === 'improvement' ? '保存' : '立项'}
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} onReload={renew} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={typedOf(of)}
        onFinish={(typed) => submit(typed)}
      >
        <Form.Item name="title" label="标题" rules={required('标题')}>
          <Input maxLength={improvementLimits.title} />
        </Form.Item>
        <Form.Item name="finding" label="发现的问题" rules={required('发现的问题')}>
          <Input.TextArea maxLength={improvementLimits.text} autoSize={{ minRows: 3 }} />
        </Form.Item>
        <Form.Item name="measure" label="改进措施" rules={required('改进措施')}>
          <Input.TextArea maxLength={improvementLimits.text} autoSize={{ minRows: 3 }} placeholder="做什么，做到什么程度" />
        </Form.Item>
        <Form.Item name="ownerId" label="负责人" rules={[{ required: true, message: '请选择负责人' }]}>
          <Select
            loading={owners.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            options={(owners.data ?? []).map(({ staffId, name, posts }) => ({
              value: staffId,
              label: `${name} · ${posts.join('、')}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="dueOn" label="完成期限" rules={[{ required: true, message: '请选择完成期限' }]}>
          <DatePicker format="YYYY年M月D日" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="target"
          label={`目标：同一原因每 ${improvementLimits.figureDays} 天不超过`}
          extra="立项时和验证时的件数由系统按工单计算"
          rules={[{ required: true, message: '请填写目标件数' }]}
        >
          <InputNumber min={0} max={1000} precision={0} suffix="件" style={{ width: 160 }} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
