import { CheckCircleFilled, InfoCircleOutlined } from '@ant-design/icons'
import { applicationStates, codesOf, residencyRoles } from '@yinuo/contracts'
import type { ApplicationState, ResidenceApplication } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { call, callUntil } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { useSubmit } from '../../app/submit.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { MaskedPhone } from '../../elements/masked-phone.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { Photos } from '../../elements/photos.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import styles from './applications.module.css'

const states = codesOf(applicationStates)
const tones = { pending: 'soon', approved: 'onTime', rejected: 'done' } as const

/** Who says to live here, and whether the archive agrees. */
export function ApplicationsPage() {
  const { communityId } = useCommunity()
  const [search, setSearch] = useSearchParams()
  const state = (states.find((each) => each === search.get('state')) ?? 'pending') satisfies ApplicationState
  const [rejecting, setRejecting] = useState<ResidenceApplication | null>(null)
  const query = usePages<ResidenceApplication>([...keysOf(communityId).applications, state], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/residence-applications', {
      path: { communityId },
      query: { state, cursor },
    }),
  )
  return (
    <Page title="入住审核" about="住户在小程序里申请绑定房屋，核对后通过，才能报修和查看自家信息。">
      <Panel>
        <Bar>
          <Segmented
            value={state}
            onChange={(next) => setSearch({ state: next }, { replace: true })}
            options={states.map((value) => ({ value, label: applicationStates[value] }))}
          />
          <span style={{ flex: 1 }} />
          <ExportButton list="applications" filters={{ state }} />
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={
            <EmptyPlace
              title={state === 'pending' ? '没有等待审核的申请' : '没有这样的申请'}
              hint={state === 'pending' ? '新住户扫楼栋码或小区码后可以提交申请。没有码？到“二维码”制作一张。' : undefined}
            />
          }
        >
          <ul className={styles['list']}>
            {query.rows.map((application) => (
              <Application key={application.id} application={application} onReject={() => setRejecting(application)} />
            ))}
          </ul>
        </Listing>
      </Panel>
      {rejecting && <RejectDialog application={rejecting} onClose={() => setRejecting(null)} />}
    </Page>
  )
}

function Application({ application, onReject }: { application: ResidenceApplication; onReject: () => void }) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { communityId, id } = application
  const { submit, busy, failure } = useSubmit(
    (_: string, idempotencyKey) =>
      call('POST /communities/{communityId}/residence-applications/{id}/approve', { path: { communityId, id }, idempotencyKey }),
    () => {
      message.success(`已通过 ${application.name} 的申请，已通知本人`)
      void queries.invalidateQueries({ queryKey: keysOf(communityId).applications })
    },
  )
  return (
    <li>
      <div className={styles['who']}>
        <strong>{application.unitLabel}</strong>
        <span>
          {application.name} · {residencyRoles[application.role]} ·{' '}
          <MaskedPhone masked={application.phoneMasked} subject="application" id={id} />
        </span>
        <StateTag tone={tones[application.state]}>{applicationStates[application.state]}</StateTag>
        <small>
          <TimeText at={application.createdAt} /> 提交
        </small>
      </div>
      <p className={styles['match']} data-matches={application.matchesArchive}>
        {application.matchesArchive ? <CheckCircleFilled /> : <InfoCircleOutlined />}
        {application.matchesArchive ? '姓名和手机号与业主档案一致' : '档案里没有这个姓名和手机号，请核对证明材料'}
      </p>
      {application.note && <p className={styles['note']}>申请人留言：{application.note}</p>}
      <Photos files={application.files} />
      {application.decisionReason && <p className={styles['note']}>未通过原因：{application.decisionReason}</p>}
      {application.decidedAt && (
        <p className={styles['note']}>
          <TimeText at={application.decidedAt} /> 处理
        </p>
      )}
      <Refusal failure={failure} />
      {application.state === 'pending' && (
        <div className={styles['acts']}>
          <Button type="primary" loading={busy} onClick={() => submit(id)}>
            通过
          </Button>
          <Button onClick={onReject}>不通过</Button>
        </div>
      )}
    </li>
  )
}

const readyReasons = ['证明材料看不清，请重新拍摄', '姓名与产权登记不一致', '请业主本人先申请，再添加租户']

function RejectDialog({ application, onClose }: { application: ResidenceApplication; onClose: () => void }) {
  const { communityId, id } = application
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const { submit, busy, failure } = useSubmit(
    (body: { reason: string }, idempotencyKey) =>
      call('POST /communities/{communityId}/residence-applications/{id}/reject', {
        path: { communityId, id },
        body,
        idempotencyKey,
      }),
    () => {
      void queries.invalidateQueries({ queryKey: keysOf(communityId).applications })
      onClose()
    },
  )
  return (
    <Modal
      open
      title={`不通过 · ${application.unitLabel} ${application.name}`}
      okText="不通过"
      okButtonProps={{ danger: true, loading: busy, disabled: !reason.trim() }}
      onOk={() => submit({ reason: reason.trim() })}
      onCancel={onClose}
      mask={{ closable: false }}
      width={480}
    >
      <Refusal failure={failure} />
      <p style={{ marginBottom: 8, color: 'var(--secondary)' }}>原因会发给申请人，请写清楚他接下来要做什么。</p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginBottom: 8 }}>
        {readyReasons.map((ready) => (
          <Button key={ready} size="small" onClick={() => setReason(ready)}>
            {ready}
          </Button>
        ))}
      </div>
      <Input.TextArea
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        autoSize={{ minRows: 3 }}
        maxLength={200}
        showCount
        autoFocus
        aria-label="原因"
      />
    </Modal>
  )
}
