import type { MeetingView, SeenMeeting } from '@yinuo/contracts'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useNow } from '../../app/clock.ts'
import { useCommunity } from '../../app/community.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { StepDialog } from '../notices/steps.tsx'
import { MeetingEditor } from './meeting-editor.tsx'
import { useMeetingChange } from './queries.ts'

/** What can be done to a meeting now. */
export function Steps({ meeting }: { meeting: MeetingView }) {
  const { state, startsAt } = meeting
  const [dialog, setDialog] = useState<'edit' | 'cancel' | null>(null)
  const hasBegun = Date.parse(startsAt) <= useNow()
  const isComing = state === 'planned' || state === 'announced'
  return (
    <>
      {isComing && <Button onClick={() => setDialog('edit')}>修改</Button>}
      {isComing && (
        <Button danger onClick={() => setDialog('cancel')}>
          取消会议
        </Button>
      )}
      {state === 'planned' && (
        <PlainStep meeting={meeting} step="announce" question={`现在通知${meeting.audienceText}的住户？发出的消息收不回来。`}>
          通知住户
        </PlainStep>
      )}
      {state === 'announced' && hasBegun && (
        <PlainStep
          meeting={meeting}
          step="hold"
          question={`登记已召开？预约时写下的 ${meeting.topics.length} 个话题会成为要答复的问题。`}
        >
          登记已召开
        </PlainStep>
      )}
      {state === 'held' && meeting.minutes !== '' && (
        <PlainStep
          meeting={meeting}
          step="publish-minutes"
          question={`公布纪要并通知${meeting.audienceText}的住户？公布后只能更正，更正会留痕。`}
        >
          公布纪要
        </PlainStep>
      )}
      {dialog === 'edit' && <MeetingEditor meeting={meeting} onClose={() => setDialog(null)} onSaved={() => setDialog(null)} />}
      {dialog === 'cancel' && <CancelDialog meeting={meeting} onClose={() => setDialog(null)} />}
    </>
  )
}

const done = { announce: '已通知，正在发给住户', hold: '已登记召开', 'publish-minutes': '纪要已公布，正在通知住户' } as const

function PlainStep({
  meeting: { id, version },
  step,
  question,
  children,
}: {
  meeting: MeetingView
  step: keyof typeof done
  question: string
  children: string
}) {
  const { communityId } = useCommunity()
  const { modal } = App.useApp()
  const change = useMeetingChange(
    (body: SeenMeeting, idempotencyKey) =>
      call(`POST /communities/{communityId}/meetings/{id}/${step}`, { path: { communityId, id }, body, idempotencyKey }),
    done[step],
  )
  const ask = () =>
    modal.confirm({ title: children, content: question, okText: children, onOk: () => change.submit({ version }) })
  return (
    <>
      <Button type="primary" loading={change.busy} onClick={ask}>
        {children}
      </Button>
      <Refusal failure={change.failure} onReload={change.renew} />
    </>
  )
}

function CancelDialog({ meeting: { id, version, state, booked }, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const change = useMeetingChange(
    (body: { reason: string; version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/meetings/{id}/cancel', { path: { communityId, id }, body, idempotencyKey }),
    '已取消',
    onClose,
  )
  return (
    <StepDialog<{ reason: string }>
      title="取消会议"
      okText="取消会议"
      step={{ ...change, refusal: <Refusal failure={change.failure} onReload={change.renew} /> }}
      bodyOf={({ reason }) => ({ reason: reason.trim(), version })}
      danger
      onClose={onClose}
    >
      <p style={{ marginBottom: 12 }}>
        {state === 'announced' ? `会通知已经预约的 ${booked} 位住户。` : '还没有通知住户，不会发消息。'}
      </p>
      <Form.Item name="reason" label="取消原因" rules={[{ required: true, whitespace: true, message: '请填写取消原因' }]}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} autoFocus />
      </Form.Item>
    </StepDialog>
  )
}
