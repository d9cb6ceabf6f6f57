import { LockOutlined } from '@ant-design/icons'
import type { ComplaintView, Unsealed } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { keysOf, useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import styles from '../repairs/case/case.module.css'

/** Who wrote without a name is learnt by two people together, with a reason, and everybody sees that it was. */
export function UnsealingPart({ complaint }: { complaint: ComplaintView }) {
  const may = useMay()
  const [asking, setAsking] = useState(false)
  if (!complaint.anonymous || !may('complaints.unseal')) return null
  return (
    <section className={styles['part']}>
      <h3>封存的身份</h3>
      {complaint.unsealings.length === 0 && <p className={styles['note']}>没有人申请拆封。</p>}
      {complaint.unsealings.map((unsealing) => (
        <OneUnsealing key={unsealing.id} complaint={complaint} unsealing={unsealing} />
      ))}
      <Button style={{ marginTop: 8 }} icon={<LockOutlined />} onClick={() => setAsking(true)}>
        申请拆封
      </Button>
      {asking && <AskDialog complaint={complaint} onClose={() => setAsking(false)} />}
    </section>
  )
}

function OneUnsealing({ complaint, unsealing }: { complaint: ComplaintView; unsealing: ComplaintView['unsealings'][number] }) {
  const { communityId } = complaint
  const queries = useQueryClient()
  const [author, setAuthor] = useState<Unsealed | null>(null)
  const { submit, busy, failure } = useSubmit(
    (id: string) => call('POST /communities/{communityId}/complaint-unsealings/{id}/open', { path: { communityId, id } }),
    (opened) => {
      setAuthor(opened)
      void queries.invalidateQueries({ queryKey: keysOf(communityId).complaints })
    },
  )
  return (
    <div style={{ marginBottom: 12 }}>
      <p>
        {unsealing.askedBy} <TimeText at={unsealing.askedAt} /> 申请：{unsealing.reason}
      </p>
      {unsealing.openedBy && unsealing.openedAt && (
        <p className={styles['note']}>
          {unsealing.openedBy} <TimeText at={unsealing.openedAt} /> 批准
        </p>
      )}
      <Refusal failure={failure} />
      {author ? (
        <Alert type="warning" title={`${author.name} · ${author.unitLabel}`} description={author.phone} />
      ) : (
        <Button size="small" loading={busy} onClick={() => void submit(unsealing.id)}>
          {unsealing.openedBy ? '查看，并记入操作记录' : '批准并查看'}
        </Button>
      )}
    </div>
  )
}

function AskDialog({ complaint, onClose }: { complaint: ComplaintView; onClose: () => void }) {
  const { communityId, id } = complaint
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const { submit, busy, failure } = useSubmit(
    (body: { reason: string }, idempotencyKey) =>
      call('POST /communities/{communityId}/complaints/{id}/unsealings', { path: { communityId, id }, body, idempotencyKey }),
    () => {
      void queries.invalidateQueries({ queryKey: keysOf(communityId).complaints })
      message.success('已申请，须由另一人批准')
      onClose()
    },
  )
  return (
    <Modal
      open
      title="申请拆封匿名投诉人"
      onCancel={onClose}
      okText="申请"
      cancelText="返回"
      okButtonProps={{ loading: busy, disabled: reason.trim().length < 5 }}
      onOk={() => void submit({ reason: reason.trim() })}
    >
      <Refusal failure={failure} />
      <p style={{ marginBottom: 12 }}>
        只在法律要求或人身安全受到威胁时申请。须由不办理这件投诉的另一人批准；理由写进经过，投诉人也看得到，并记入操作记录。
      </p>
      <Input.TextArea
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        autoSize={{ minRows: 3 }}
        maxLength={500}
        showCount
        aria-label="拆封理由"
        placeholder="依据什么、为了什么，不少于 5 个字"
      />
    </Modal>
  )
}
