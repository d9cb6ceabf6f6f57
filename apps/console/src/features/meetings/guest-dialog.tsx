import { meetingLimits, residencyRoles } from '@yinuo/contracts'
import type { BookForGuest, MeetingView, UnitRow } from '@yinuo/contracts'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { exactTime } from '../../words/time.ts'
import { HouseholdSearch } from '../repairs/intake/household-search.tsx'
import { useMeetingChange } from './queries.ts'

interface Typed {
  residentId: string
  slotAt?: string
  topic?: string
}

/** Finds a resident by their home, and books for them or writes down that they came. */
export function GuestDialog({
  meeting,
  purpose,
  onClose,
}: {
  meeting: MeetingView
  purpose: 'book' | 'attend'
  onClose: () => void
}) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<Typed>()
  const [unit, setUnit] = useState<UnitRow | null>(null)
  const { id, slots } = meeting
  const isBooking = purpose === 'book'
  const change = useMeetingChange(
    (body: BookForGuest, idempotencyKey) =>
      isBooking
        ? call('POST /communities/{communityId}/meetings/{id}/bookings', { path: { communityId, id }, body, idempotencyKey })
        : call('POST /communities/{communityId}/meetings/{id}/attendances', {
            path: { communityId, id },
            body: { residentId: body.residentId, unitId: body.unitId },
            idempotencyKey,
          }),
    isBooking ? '已代为预约' : '已登记到场',
    onClose,
  )
  const choose = (found: UnitRow | null) => {
    setUnit(found)
    form.setFieldValue('residentId', found?.residents[0]?.id)
  }
  const send = ({ residentId, slotAt, topic }: Typed) =>
    unit &&
    void change.submit({ residentId, unitId: unit.id, ...(slotAt && { slotAt }), ...(topic?.trim() && { topic: topic.trim() }) })
  return (
    <Modal
      open
      title={isBooking ? '代住户预约' : '现场登记到场'}
      okText={isBooking ? '预约' : '登记到场'}
      okButtonProps={{ loading: change.busy, disabled: !unit }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={change.failure} />
      <Form<Typed> form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item label="房屋">
          <HouseholdSearch communityId={communityId} value={unit} onChange={choose} />
        </Form.Item>
        {unit && (
          <Form.Item name="residentId" label="住户" rules={[{ required: true, message: '请选择住户' }]}>
            <Select
              options={unit.residents.map(({ id: value, name, role }) => ({
                value,
                label: `${name}（${residencyRoles[role]}）`,
              }))}
              notFoundContent="这套房屋没有登记住户"
            />
          </Form.Item>
        )}
        {isBooking && slots.length > 0 && (
          <Form.Item name="slotAt" label="时段" rules={[{ required: true, message: '请选择时段' }]}>
            <Select
              options={slots.map(({ at, capacity, taken }) => ({
                value: at,
                label: `${exactTime(at).slice(11, 16)}（${taken >= capacity ? '已满' : `剩 ${capacity - taken} 位`}）`,
                disabled: taken >= capacity,
              }))}
            />
          </Form.Item>
        )}
        {isBooking && (
          <Form.Item name="topic" label="想谈的事（可不填）">
            <Input.TextArea maxLength={meetingLimits.topic} showCount autoSize={{ minRows: 2 }} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
