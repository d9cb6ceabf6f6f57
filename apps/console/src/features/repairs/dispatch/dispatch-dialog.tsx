import { CheckCircleFilled } from '@ant-design/icons'
import { repairCategories, skills } from '@yinuo/contracts'
import type { DispatchCandidate, RepairView } from '@yinuo/contracts'
import { Alert, App, Button, Input, Modal, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { EmptyPlace, Listing, RetryNote } from '../../../elements/listing.tsx'
import { Refusal } from '../../../elements/refusal.tsx'
import { StateTag } from '../../../elements/tag.tsx'
import { useAct } from '../act-on-repair.ts'
import { useCandidates, useRepair } from '../queries.ts'
import { RowClock, UrgencyMark } from '../repair-marks.tsx'
import styles from './dispatch.module.css'
import { isFit } from './spread-batch.ts'

interface DispatchDialogProps {
  communityId: string
  repairId: string
  /** who was aimed at, when a card was dropped on somebody */
  staffId?: string
  onClose: () => void
}

/** Who gets the case, and why. From "assigned" on it is a transfer, which needs a reason. */
export function DispatchDialog({ communityId, repairId, staffId, onClose }: DispatchDialogProps) {
  const { message } = App.useApp()
  const repair = useRepair(communityId, repairId)
  const candidates = useCandidates(communityId, repairId)
  const { act, busy, failure, reload } = useAct(communityId, repairId)
  const [chosen, setChosen] = useState(staffId)
  const [reason, setReason] = useState('')
  const suggested = candidates.data?.find((candidate) => candidate.suggested)
  const aimed = candidates.data?.find((candidate) => candidate.staffId === staffId)
  const unfit = aimed && !isFit(aimed) ? aimed : undefined
  useEffect(() => {
    if (candidates.data) setChosen((now) => (now && !unfit ? now : suggested?.staffId))
  }, [candidates.data, suggested, unfit])

  const view = repair.data
  // See ActionDialog: the choice belongs to the case as it was when the dialog opened.
  const [seen, setSeen] = useState<number>()
  useEffect(() => setSeen((now) => now ?? view?.version), [view?.version])
  const way = view && wayOf(view)
  const name = candidates.data?.find((candidate) => candidate.staffId === chosen)?.name
  const send = async () => {
    if (!view || !chosen || seen === undefined) return
    const sent =
      way === 'transfer'
        ? await act('transfer', { version: seen, staffId: chosen, reason: reason.trim() })
        : await act('dispatch', { version: seen, staffId: chosen })
    if (!sent) return
    message.success(`${view.number} 已派给${name ?? '所选员工'}`)
    onClose()
  }
  const sendAutomatically = async () => {
    if (!view || seen === undefined || !(await act('dispatch', { version: seen }))) return
    message.success(`${view.number} 已自动派单`)
    onClose()
  }

  return (
    <Modal
      open
      width={640}
      title={view?.assignee ? '改派他人' : '派单'}
      onCancel={onClose}
      footer={[
        way === 'dispatch' && (
          <Button key="auto" onClick={sendAutomatically} disabled={busy}>
            自动派单
          </Button>
        ),
        <Button key="cancel" onClick={onClose}>
          取消
        </Button>,
        <Button
          key="send"
          type="primary"
          loading={busy}
          disabled={!way || !chosen || (way === 'transfer' && !reason.trim())}
          onClick={send}
        >
          {name ? `派给${name}` : '派单'}
        </Button>,
      ]}
    >
      <Refusal failure={failure} onReload={async () => setSeen((await reload()) ?? seen)} />
      {repair.isError && <RetryNote query={repair} />}
      {view && <Summary view={view} />}
      {view && !way && <p style={{ color: 'var(--late-text)' }}>这一单现在不能派：{view.nextStep}</p>}
      {unfit && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={`不能派给${unfit.name}：${unfit.because}${suggested ? `。已改选推荐的${suggested.name}` : ''}`}
        />
      )}
      <Listing
        query={candidates}
        count={candidates.data?.length ?? 0}
        empty={
          <EmptyPlace
            title="没有可派的人"
            hint={
              view
                ? `没有具备“${skills[repairCategories[view.category].skill]}”资质的在岗员工。请安排人员上岗，或在“员工”中补充资质。`
                : undefined
            }
          />
        }
      >
        <Radio.Group value={chosen} onChange={(event) => setChosen(event.target.value)} className={styles['candidates']}>
          {candidates.data?.map((candidate) => (
            <Candidate
              key={candidate.staffId}
              candidate={candidate}
              chosen={candidate.staffId === chosen}
              holds={candidate.staffId === view?.assignee?.id}
            />
          ))}
        </Radio.Group>
      </Listing>
      {way === 'transfer' && (
        <Input.TextArea
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          placeholder="转派原因（必填），如：需要电工一同处理"
          maxLength={200}
          showCount
          autoSize={{ minRows: 2 }}
          style={{ marginTop: 12, marginBottom: 20 }}
        />
      )}
    </Modal>
  )
}

function wayOf({ allowedActions }: RepairView): 'dispatch' | 'transfer' | null {
  if (allowedActions.includes('dispatch')) return 'dispatch'
  return allowedActions.includes('transfer') ? 'transfer' : null
}

function Summary({ view }: { view: RepairView }) {
  return (
    <div className={styles['summary']}>
      <div>
        <strong>{view.placeLabel}</strong> · {repairCategories[view.category].label} <UrgencyMark urgency={view.urgency} />
      </div>
      <p>{view.description}</p>
      <RowClock row={view} filled />
      {view.assignee && <span>现由{view.assignee.name}负责</span>}
    </div>
  )
}

function Candidate({ candidate, chosen, holds }: { candidate: DispatchCandidate; chosen: boolean; holds: boolean }) {
  return (
    <Radio value={candidate.staffId} className={styles['candidate']} data-chosen={chosen} disabled={!isFit(candidate) || holds}>
      <span className={styles['name']}>
        <strong>{candidate.name}</strong>
        {candidate.suggested && (
          <StateTag tone="onTime" icon={<CheckCircleFilled />}>
            推荐
          </StateTag>
        )}
        {holds && <StateTag tone="waiting">现在负责</StateTag>}
        {!candidate.onDuty && <StateTag tone="done">不在岗</StateTag>}
        {!candidate.qualified && <StateTag tone="done">无此资质</StateTag>}
        <span className={styles['load']}>
          手上 {candidate.openRepairs} 件{candidate.nearestBuilding && ` · 最近在${candidate.nearestBuilding}`}
        </span>
      </span>
      <span className={styles['because']}>{candidate.because}</span>
    </Radio>
  )
}
