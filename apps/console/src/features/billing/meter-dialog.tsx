import { codesOf, meterKinds, moneyLimits } from '@yinuo/contracts'
import type { MeterDraft, MeterKind, MeterView, ReplacedMeter, UnitRow } from '@yinuo/contracts'
import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { HouseholdSearch } from '../repairs/intake/household-search.tsx'
import { useBillingChange } from './queries.ts'
import { today } from './today.ts'
import { countOf } from './words.ts'

const MOST = 999_999_999
const required = (message: string) => [{ required: true, message }]

/** What is typed of a meter that is put in. */
function NewMeterFields() {
  return (
    <>
      <Form.Item name="number" label="表号" rules={[{ required: true, whitespace: true, message: '请填写表号' }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="digits" label="整数位数" extra="走满归零时按位数计算用量。" rules={required('请填写位数')}>
        <InputNumber {...moneyLimits.meterDigits} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="firstReading" label="起始读数" rules={required('请填写起始读数')}>
        <InputNumber min={0} max={MOST} precision={3} style={{ width: '100%' }} />
      </Form.Item>
    </>
  )
}

export function MeterDialog({ kind, onClose }: { kind: MeterKind; onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<Omit<MeterDraft, 'unitId'>>()
  const [unit, setUnit] = useState<UnitRow | null>(null)
  const change = useBillingChange(
    (body: MeterDraft, idempotencyKey) =>
      call('POST /communities/{communityId}/meters', { path: { communityId }, body, idempotencyKey }),
    '表已登记',
    onClose,
  )
  return (
    <Modal
      open
      title="登记新表"
      okText="登记"
      okButtonProps={{ loading: change.busy, disabled: !unit }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={change.failure} />
      <Form<Omit<MeterDraft, 'unitId'>>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind, digits: 5, firstReading: 0, installedOn: today() }}
        onFinish={(typed) =>
          unit &&
          void change.submit({
            ...typed,
            number: typed.number.trim(),
            unitId: unit.id,
            firstReading: countOf(typed.firstReading),
          })
        }
      >
        <Form.Item label="房屋">
          <HouseholdSearch communityId={communityId} value={unit} onChange={setUnit} />
        </Form.Item>
        <Form.Item name="kind" label="种类">
          <Select options={codesOf(meterKinds).map((value) => ({ value, label: meterKinds[value] }))} />
        </Form.Item>
        <NewMeterFields />
        <Form.Item name="installedOn" label="安装日期" rules={required('请选择日期')}>
          <Input type="date" max={today()} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

type Replacement = Omit<ReplacedMeter, 'version'>

/** The old meter is read a last time, the new one begins at its own number. */
export function ReplaceDialog({ meter, onClose }: { meter: MeterView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<Replacement>()
  const change = useBillingChange(
    ({ lastReading, firstReading, ...typed }: Replacement, idempotencyKey) =>
      call('POST /communities/{communityId}/meters/{id}/replace', {
        path: { communityId, id: meter.id },
        body: {
          ...typed,
          number: typed.number.trim(),
          lastReading: countOf(lastReading),
          firstReading: countOf(firstReading),
          version: meter.version,
        },
        idempotencyKey,
      }),
    '已换表',
    onClose,
  )
  return (
    <Modal
      open
      title={`更换表 ${meter.number}`}
      okText="换表"
      okButtonProps={{ loading: change.busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={change.failure} />
      <Form<Replacement>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ day: today(), digits: meter.digits, firstReading: 0 }}
        onFinish={(typed) => void change.submit(typed)}
      >
        <Form.Item name="day" label="更换日期" rules={required('请选择日期')}>
          <Input type="date" max={today()} />
        </Form.Item>
        <Form.Item name="lastReading" label="旧表读数" rules={required('请填写旧表读数')}>
          <InputNumber min={0} max={MOST} precision={3} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="rolledOver" valuePropName="checked">
          <Checkbox>旧表走满归零过</Checkbox>
        </Form.Item>
        <NewMeterFields />
      </Form>
    </Modal>
  )
}
