import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { codesOf, meetingKinds, meetingLimits } from '@yinuo/contracts'
import type { MeetingAudience, MeetingDraft, MeetingKind, MeetingView } from '@yinuo/contracts'
import { Alert, Button, DatePicker, Drawer, Form, Input, InputNumber, Segmented, Select, TimePicker } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { instantOf } from '../../words/time.ts'
import { useBuildings } from '../archive/structure/queries.ts'
import { useMeetingChange, useSeenVersion } from './queries.ts'

interface Typed {
  kind: MeetingKind
  title: string
  place?: string
  day: Dayjs
  hours: [Dayjs, Dayjs]
  agenda?: string[]
  audience: MeetingAudience
  slotMinutes?: number
  slotCapacity?: number
}

const shanghai = (at: string) => dayjs(new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }))

const typedOf = (meeting: MeetingView): Typed => ({
  kind: meeting.kind,
  title: meeting.title,
  place: meeting.place,
  day: shanghai(meeting.startsAt),
  hours: [shanghai(meeting.startsAt), shanghai(meeting.endsAt)],
  agenda: meeting.agenda,
  audience: meeting.audience,
  slotMinutes: meeting.slotMinutes ?? 20,
  slotCapacity: meeting.slotCapacity ?? 1,
})

const begun = (): Partial<Typed> => ({
  kind: 'reception-day',
  audience: { whole: true, buildingIds: [] },
  day: dayjs().add(7, 'day'),
  hours: [dayjs('2000-01-01T14:00'), dayjs('2000-01-01T17:00')],
  slotMinutes: 20,
  slotCapacity: 1,
})

function draftOf({ day, hours, kind, place, agenda, slotMinutes, slotCapacity, ...typed }: Typed): MeetingDraft {
  const on = day.format('YYYY-MM-DD')
  return {
    ...typed,
    kind,
    title: typed.title.trim(),
    place: place?.trim() ?? '',
    startsAt: instantOf(on, hours[0].format('HH:mm')),
    endsAt: instantOf(on, hours[1].format('HH:mm')),
    agenda: [...new Set((agenda ?? []).map((line) => line?.trim() ?? '').filter(Boolean))],
    ...(kind === 'reception-day' && slotMinutes && slotCapacity && { slotMinutes, slotCapacity }),
  }
}

interface EditorProps {
  /** none: a new one */
  meeting?: MeetingView
  onClose: () => void
  onSaved: (meeting: MeetingView) => void
}

/** When, where, what about and for whom. */
export function MeetingEditor({ meeting, onClose, onSaved }: EditorProps) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<Typed>()
  const kind = Form.useWatch('kind', form)
  const isOut = meeting?.state === 'announced'
  const seen = useSeenVersion(meeting?.version ?? 1)
  const change = useMeetingChange(
    (body: MeetingDraft, idempotencyKey) =>
      meeting
        ? call('PUT /communities/{communityId}/meetings/{id}', {
            path: { communityId, id: meeting.id },
            body: { ...body, version: seen.version },
          })
        : call('POST /communities/{communityId}/meetings', { path: { communityId }, body, idempotencyKey }),
    isOut ? '已保存，时间地点有变化会通知住户' : '已保存',
    onSaved,
  )
  return (
    <Drawer
      open
      onClose={onClose}
      size={600}
      title={meeting ? '修改会议' : '安排会议'}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={change.busy} onClick={form.submit}>
            保存
          </Button>
        </div>
      }
    >
      <Refusal failure={change.failure} onReload={seen.reload} />
      {isOut && (
        <Alert
          style={{ marginBottom: 12 }}
          type="info"
          showIcon
          title="已经通知住户：改时间或地点会再通知一次，类型和范围不能再改。"
        />
      )}
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={meeting ? typedOf(meeting) : begun()}
        onFinish={(typed) => void change.submit(draftOf(typed))}
      >
        <Form.Item name="kind" label="类型">
          <Select disabled={isOut} options={codesOf(meetingKinds).map((value) => ({ value, label: meetingKinds[value] }))} />
        </Form.Item>
        <Form.Item name="title" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={meetingLimits.title} showCount placeholder="如：2026年第四季度业主会议" />
        </Form.Item>
        <Form.Item name="place" label="地点" extra="可以先不填，通知住户前补上。">
          <Input maxLength={meetingLimits.place} placeholder="如：物业服务中心一楼会议室" />
        </Form.Item>
        <div style={{ display: 'flex', gap: 12 }}>
          <Form.Item name="day" label="日期" rules={[{ required: true, message: '请选择日期' }]} style={{ flex: 1 }}>
            <DatePicker format="YYYY年M月D日" style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="hours" label="起止时间" rules={[{ required: true, message: '请选择起止时间' }]} style={{ flex: 1 }}>
            <TimePicker.RangePicker format="HH:mm" minuteStep={5} style={{ width: '100%' }} order={false} />
          </Form.Item>
        </div>
        {kind === 'reception-day' && (
          <div style={{ display: 'flex', gap: 12 }}>
            <Form.Item name="slotMinutes" label="每段几分钟" rules={[{ required: true, message: '请填写' }]} style={{ flex: 1 }}>
              <InputNumber {...meetingLimits.slotMinutes} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item
              name="slotCapacity"
              label="每段几位住户"
              rules={[{ required: true, message: '请填写' }]}
              style={{ flex: 1 }}
            >
              <InputNumber {...meetingLimits.slotCapacity} style={{ width: '100%' }} />
            </Form.Item>
          </div>
        )}
        <Form.Item
          name="audience"
          label="参加范围"
          rules={[
            {
              validator: async (_, chosen: MeetingAudience) => {
                if (!chosen.whole && chosen.buildingIds.length === 0) throw new Error('请选择楼栋')
              },
            },
          ]}
        >
          <AudienceField disabled={isOut} />
        </Form.Item>
        <AgendaField />
      </Form>
    </Drawer>
  )
}

function AudienceField({
  value = { whole: true, buildingIds: [] },
  onChange,
  disabled,
}: {
  value?: MeetingAudience
  onChange?: (audience: MeetingAudience) => void
  disabled: boolean
}) {
  const { communityId } = useCommunity()
  const buildings = useBuildings(communityId)
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <Segmented
        disabled={disabled}
        value={value.whole ? 'whole' : 'parts'}
        onChange={(next) => onChange?.({ whole: next === 'whole', buildingIds: [] })}
        options={[
          { value: 'whole', label: '全小区' },
          { value: 'parts', label: '指定楼栋' },
        ]}
      />
      {!value.whole && (
        <Select
          mode="multiple"
          disabled={disabled}
          placeholder="楼栋"
          aria-label="楼栋"
          loading={buildings.isPending}
          value={value.buildingIds}
          onChange={(buildingIds) => onChange?.({ whole: false, buildingIds })}
          options={(buildings.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      )}
    </div>
  )
}

function AgendaField() {
  return (
    <Form.List name="agenda">
      {(lines, { add, remove }) => (
        <Form.Item label="议程" extra="住户预约时写下的话题会另外列在会议页面和打印的议程里。">
          <div style={{ display: 'grid', gap: 8 }}>
            {lines.map(({ key, name }, at) => (
              <div key={key} style={{ display: 'flex', gap: 8 }}>
                <Form.Item name={name} noStyle>
                  <Input maxLength={meetingLimits.agendaLine} aria-label={`议程第 ${at + 1} 项`} prefix={`${at + 1}.`} />
                </Form.Item>
                <Button
                  type="text"
                  aria-label={`删去议程第 ${at + 1} 项`}
                  icon={<MinusCircleOutlined />}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            {lines.length < meetingLimits.agenda && (
              <Button type="dashed" icon={<PlusOutlined />} onClick={() => add('')}>
                加一项
              </Button>
            )}
          </div>
        </Form.Item>
      )}
    </Form.List>
  )
}
