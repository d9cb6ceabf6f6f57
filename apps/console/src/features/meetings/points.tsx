import { PlusOutlined } from '@ant-design/icons'
import { meetingLimits } from '@yinuo/contracts'
import type { AnswerPoint, MeetingPoint, MeetingView, RaisePoint } from '@yinuo/contracts'
import { Alert, Button, Form, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { StepDialog } from '../notices/steps.tsx'
import { PointTag } from './marks.tsx'
import styles from './meetings.module.css'
import { useEverybody, useMeetingChange, useSeenVersion } from './queries.ts'
import { TurnDialog } from './turn-dialog.tsx'

/** What was raised; the meeting is finished with the last answer. */
export function Points({ meeting }: { meeting: MeetingView }) {
  const may = useMay()
  const [only, setOnly] = useState<'all' | 'unanswered'>('all')
  const [raising, setRaising] = useState(false)
  const { raised, state, unanswered } = meeting
  const mayRaise = may('meetings.edit') && state !== 'planned' && state !== 'cancelled'
  const shown = raised.filter((point) => only === 'all' || point.state !== 'answered')
  const raise = mayRaise && (
    <Button icon={<PlusOutlined />} onClick={() => setRaising(true)}>
      记一个问题
    </Button>
  )
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      {raised.length > 0 && (
        <Alert
          type={unanswered > 0 ? 'warning' : 'success'}
          showIcon
          title={
            unanswered > 0 ? `还有 ${unanswered} 件没有答复，全部答复后这次会议才算办结。` : `${raised.length} 件问题都已答复。`
          }
        />
      )}
      <Panel>
        <Bar>
          <Segmented<typeof only>
            aria-label="看哪些问题"
            value={only}
            onChange={setOnly}
            options={[
              { value: 'all', label: '全部' },
              { value: 'unanswered', label: '未答复' },
            ]}
          />
          <span style={{ flex: 1 }} />
          {raise}
        </Bar>
        {shown.length === 0 ? (
          <EmptyPlace title="没有问题" hint="会上提出的问题记在这里，转成投诉建议或报修，或直接写答复。" action={raise} />
        ) : (
          shown.map((point) => <Point key={point.id} point={point} />)
        )}
      </Panel>
      {raising && <RaiseDialog meeting={meeting} onClose={() => setRaising(false)} />}
    </div>
  )
}

function Point({ point }: { point: MeetingPoint }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const [dialog, setDialog] = useState<'answer' | 'complaint' | 'repair' | null>(null)
  const { text, state, raisedByName, followed, caseId, caseNumber, result, answer, answeredByName, answeredAt } = point
  const mayEdit = may('meetings.edit')
  const close = () => setDialog(null)
  return (
    <div className={styles['point']}>
      <p>
        <strong>{text}</strong>
      </p>
      <p className={styles['about']}>
        <PointTag point={point} /> {raisedByName ? `${raisedByName}提出` : '会上提出'}
        {followed && caseId && (
          <>
            {' · '}
            <Link to={`/c/${communityId}/${followed.kind}s/${caseId}`}>{caseNumber}</Link>
          </>
        )}
      </p>
      {result && <p>处理结果：{result}</p>}
      {answer && (
        <p>
          答复：{answer}
          <span className={styles['about']}>
            {' '}
            {answeredByName} {answeredAt && <TimeText at={answeredAt} />}
          </span>
        </p>
      )}
      {mayEdit && (
        <div className={styles['buttons']}>
          {state === 'open' && may('complaints.assign') && (
            <Button size="small" onClick={() => setDialog('complaint')}>
              转投诉建议
            </Button>
          )}
          {state === 'open' && may('repairs.report') && (
            <Button size="small" onClick={() => setDialog('repair')}>
              转报修
            </Button>
          )}
          <Button size="small" onClick={() => setDialog('answer')}>
            {answer ? '改答复' : '写答复'}
          </Button>
        </div>
      )}
      {dialog === 'answer' && <AnswerDialog point={point} onClose={close} />}
      {(dialog === 'complaint' || dialog === 'repair') && <TurnDialog point={point} into={dialog} onClose={close} />}
    </div>
  )
}

function AnswerDialog({
  point: { id, version, answer, result, followed },
  onClose,
}: {
  point: MeetingPoint
  onClose: () => void
}) {
  const { communityId } = useCommunity()
  const seen = useSeenVersion(version)
  const change = useMeetingChange(
    (body: AnswerPoint, idempotencyKey) =>
      call('POST /communities/{communityId}/meeting-points/{id}/answer', { path: { communityId, id }, body, idempotencyKey }),
    '答复已保存，住户可以看到',
    onClose,
  )
  return (
    <StepDialog<{ answer: string }>
      title="答复"
      okText="保存答复"
      initial={{ answer: answer ?? result ?? '' }}
      step={{ ...change, refusal: <Refusal failure={change.failure} onReload={seen.reload} /> }}
      bodyOf={(typed) => ({ answer: typed.answer.trim(), version: seen.version })}
      onClose={onClose}
    >
      <Form.Item
        name="answer"
        label="答复（参加范围内的住户都能看到，不要写姓名和房号）"
        extra={followed ? '这条已转成工单，工单办完才算答复；这里的文字会先给住户看。' : null}
        rules={[{ required: true, whitespace: true, message: '请写答复' }]}
      >
        <Input.TextArea maxLength={meetingLimits.answer} showCount autoSize={{ minRows: 4 }} autoFocus />
      </Form.Item>
    </StepDialog>
  )
}

function RaiseDialog({ meeting: { id }, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const everybody = useEverybody(communityId, id)
  const change = useMeetingChange(
    (body: RaisePoint, idempotencyKey) =>
      call('POST /communities/{communityId}/meetings/{id}/points', { path: { communityId, id }, body, idempotencyKey }),
    '已记下',
    onClose,
  )
  return (
    <StepDialog<{ text: string; residentId?: string }>
      title="记一个问题"
      okText="记下"
      step={{ ...change, refusal: <Refusal failure={change.failure} onReload={change.renew} /> }}
      bodyOf={({ text, residentId }) => ({ text: text.trim(), ...(residentId && { residentId }) })}
      onClose={onClose}
    >
      <Form.Item name="text" label="提出的问题" rules={[{ required: true, whitespace: true, message: '请写下问题' }]}>
        <Input.TextArea maxLength={meetingLimits.point} showCount autoSize={{ minRows: 3 }} autoFocus />
      </Form.Item>
      <Form.Item name="residentId" label="谁提出的（可不选）" extra="从预约和到场的住户里选；转成投诉建议时会算作本人提出。">
        <Select
          allowClear
          loading={everybody.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={(everybody.data ?? []).map(({ id: value, name, unitLabel }) => ({ value, label: `${name}（${unitLabel}）` }))}
        />
      </Form.Item>
    </StepDialog>
  )
}
