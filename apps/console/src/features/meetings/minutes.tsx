import { meetingLimits } from '@yinuo/contracts'
import type { MeetingView, MinutesCorrection, MinutesDraft } from '@yinuo/contracts'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { NoticeText } from '../notices/notice-text.tsx'
import { StepDialog } from '../notices/steps.tsx'
import styles from './meetings.module.css'
import { useMeetingChange, useSeenVersion } from './queries.ts'

/** What was written down: to be worked on until it is published, to be corrected in sight of everybody afterwards. */
export function Minutes({ meeting }: { meeting: MeetingView }) {
  const may = useMay()
  const { state, editions, minutes } = meeting
  const [correcting, setCorrecting] = useState(false)
  if (state === 'published')
    return (
      <div style={{ display: 'grid', gap: 12 }}>
        {editions.map(({ number, text, note, writtenByName, at }, position) => (
          <Panel
            key={number}
            title={position === 0 ? (number > 1 ? `第 ${number} 版（现行）` : '已公布的纪要') : `第 ${number} 版（已更正）`}
            extra={position === 0 && may('meetings.edit') && <Button onClick={() => setCorrecting(true)}>更正</Button>}
            padded
          >
            <p className={styles['about']}>
              {writtenByName} · <TimeText at={at} />
              {note && ` · 更正：${note}`}
            </p>
            <div className={styles['minutes']}>
              <NoticeText body={text} />
            </div>
          </Panel>
        ))}
        {correcting && <CorrectDialog meeting={meeting} onClose={() => setCorrecting(false)} />}
      </div>
    )
  if (may('meetings.edit') && (state === 'announced' || state === 'held')) return <Draft key={meeting.id} meeting={meeting} />
  return (
    <Panel padded>
      {minutes ? (
        <NoticeText body={minutes} />
      ) : (
        <EmptyPlace title="还没有纪要" hint="会议召开后在这里写纪要，公布后住户都能看到。" />
      )}
    </Panel>
  )
}

const TextField = () => (
  <Form.Item
    name="minutes"
    label="纪要"
    extra="“# ”开头是标题，“- ”开头是列表，**两边加星号**是加粗。不要写住户的姓名和房号。"
    rules={[{ required: true, whitespace: true, message: '请写纪要' }]}
  >
    <Input.TextArea maxLength={meetingLimits.minutes} showCount autoSize={{ minRows: 12 }} />
  </Form.Item>
)

function Draft({ meeting: { id, version, minutes, state } }: { meeting: MeetingView }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<{ minutes: string }>()
  const typed = Form.useWatch('minutes', form) ?? minutes
  const [seen, setSeen] = useState({ minutes, version })
  const change = useMeetingChange(
    (body: MinutesDraft) => call('PUT /communities/{communityId}/meetings/{id}/minutes', { path: { communityId, id }, body }),
    '纪要已保存',
    setSeen,
  )
  // What else happens to the meeting does not stand in the way; what others wrote here does.
  const basis = minutes === seen.minutes ? version : seen.version
  return (
    <Panel padded>
      <Refusal failure={change.failure} onReload={() => setSeen({ minutes, version })} />
      {state === 'announced' && (
        <Alert style={{ marginBottom: 12 }} type="info" showIcon title="可以边开会边记；登记已召开后才能公布。" />
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ minutes }}
        onFinish={(given) => void change.submit({ minutes: given.minutes.trim(), version: basis })}
        className={styles['minutes']}
      >
        <TextField />
        <Button type="primary" htmlType="submit" loading={change.busy} disabled={typed.trim() === minutes}>
          {typed.trim() === minutes ? '已保存' : '保存草稿'}
        </Button>
      </Form>
    </Panel>
  )
}

function CorrectDialog({ meeting: { id, version, minutes }, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const seen = useSeenVersion(version)
  const change = useMeetingChange(
    (body: MinutesCorrection, idempotencyKey) =>
      call('POST /communities/{communityId}/meetings/{id}/correct-minutes', { path: { communityId, id }, body, idempotencyKey }),
    '已更正，正在通知住户',
    onClose,
  )
  return (
    <StepDialog<{ minutes: string; note: string }>
      title="更正纪要"
      okText="公布更正"
      initial={{ minutes }}
      step={{ ...change, refusal: <Refusal failure={change.failure} onReload={seen.reload} /> }}
      bodyOf={(typed) => ({ minutes: typed.minutes.trim(), note: typed.note.trim(), version: seen.version })}
      onClose={onClose}
    >
      <TextField />
      <Form.Item
        name="note"
        label="更正说明（住户会看到）"
        rules={[{ required: true, whitespace: true, message: '请填写更正了什么' }]}
      >
        <Input maxLength={meetingLimits.note} />
      </Form.Item>
    </StepDialog>
  )
}
