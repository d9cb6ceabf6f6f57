import { codesOf, complaintCategories, complaintSorts, repairCategoryLabels, urgencies } from '@yinuo/contracts'
import type {
  ComplaintCategoryCode,
  ComplaintReceipt,
  ComplaintSort,
  MeetingPoint,
  PointToComplaint,
  PointToRepair,
  RepairCategoryCode,
  RepairReceipt,
  Urgency,
} from '@yinuo/contracts'
import { App, Form, Input, Radio, Select } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useBuildings } from '../archive/structure/queries.ts'
import { StepDialog } from '../notices/steps.tsx'
import { useRenewMeetings } from './queries.ts'

interface Typed {
  sort: ComplaintSort
  category: ComplaintCategoryCode | RepairCategoryCode
  urgency: Urgency
  description: string
  buildingId?: string
}

const options = <Code extends string>(labels: Readonly<Record<Code, string>>) =>
  codesOf(labels).map((value) => ({ value, label: labels[value] }))

/** One step, and a point is followed as a case with its clocks. */
export function TurnDialog({ point, into, onClose }: { point: MeetingPoint; into: 'complaint' | 'repair'; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewMeetings()
  const buildings = useBuildings(communityId)
  const path = { communityId, id: point.id }
  const step = useSubmit<PointToComplaint | PointToRepair, ComplaintReceipt | RepairReceipt>(
    (body, idempotencyKey) =>
      into === 'complaint'
        ? call('POST /communities/{communityId}/meeting-points/{id}/complaint', {
            path,
            body: body as PointToComplaint,
            idempotencyKey,
          })
        : call('POST /communities/{communityId}/meeting-points/{id}/repair', {
            path,
            body: body as PointToRepair,
            idempotencyKey,
          }),
    ({ number }) => {
      message.success(`已转成 ${number}`)
      renew()
      onClose()
    },
  )
  return (
    <StepDialog<Typed>
      title={into === 'complaint' ? '转投诉建议' : '转报修'}
      okText="转出"
      initial={{ sort: 'suggestion', urgency: 'routine', description: point.text }}
      step={{ ...step, refusal: <Refusal failure={step.failure} onReload={renew} /> }}
      bodyOf={({ sort, buildingId, ...typed }) => ({
        ...typed,
        description: typed.description.trim(),
        version: point.version,
        ...(into === 'complaint' ? { sort } : buildingId ? { buildingId } : {}),
      })}
      onClose={onClose}
    >
      {into === 'complaint' && (
        <Form.Item name="sort" label="类型">
          <Radio.Group optionType="button" options={options(complaintSorts)} />
        </Form.Item>
      )}
      <Form.Item name="category" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
        <Select
          placeholder="请选择"
          options={options<string>(into === 'complaint' ? complaintCategories : repairCategoryLabels)}
        />
      </Form.Item>
      <Form.Item name="urgency" label="紧急程度">
        <Radio.Group optionType="button" options={options(urgencies)} />
      </Form.Item>
      {into === 'repair' && (
        <Form.Item
          name="buildingId"
          label="哪栋楼的公共部位（可不选）"
          extra={point.raisedByName ? `不选就是${point.raisedByName}家里。` : '不选就是小区公共区域。'}
        >
          <Select allowClear options={(buildings.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <Form.Item name="description" label="内容" rules={[{ required: true, whitespace: true, message: '请写下内容' }]}>
        <Input.TextArea maxLength={1000} showCount autoSize={{ minRows: 3 }} />
      </Form.Item>
    </StepDialog>
  )
}
