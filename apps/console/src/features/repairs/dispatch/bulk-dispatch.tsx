import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import type { RepairRow } from '@yinuo/contracts'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { Button, Modal, Select, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../../app/call.ts'
import { keysOf } from '../../../app/community.ts'
import { keyKeeper } from '../../../app/idempotency.ts'
import { sentenceOf } from '../../../elements/refusal.tsx'
import { sendAction } from '../act-on-repair.ts'
import { RowClock, UrgencyMark } from '../repair-marks.tsx'
import { isFit, spreadBatch } from './spread-batch.ts'

type Outcome = 'sent' | { refused: string }

/** Shows who would get what before anything is sent; then sends one by one and says how each went. */
export function BulkDispatch({ communityId, rows, onClose }: { communityId: string; rows: RepairRow[]; onClose: () => void }) {
  const queries = useQueryClient()
  // The rows leave the list as they are dispatched; the preview keeps what was chosen.
  const [chosen] = useState(rows)
  const [keepers] = useState(() => new Map(rows.map((row) => [row.id, keyKeeper()])))
  const [picked, setPicked] = useState<Record<string, string>>({})
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({})
  const [busy, setBusy] = useState(false)
  const candidates = useQueries({
    queries: chosen.map(({ id }) => ({
      queryKey: [...keysOf(communityId).repairs, 'candidates', id],
      queryFn: () => call('GET /communities/{communityId}/repairs/{id}/candidates', { path: { communityId, id } }),
      staleTime: 60_000,
    })),
  })
  const fitFor = (index: number) => (candidates[index]?.data ?? []).filter(isFit)
  const plan = spreadBatch(chosen.map(({ id }, index) => ({ candidates: candidates[index]?.data ?? [], picked: picked[id] })))
  const waiting = chosen.filter((row, index) => outcomes[row.id] !== 'sent' && plan[index])
  const sent = chosen.filter((row) => outcomes[row.id] === 'sent').length

  const sendAll = async () => {
    setBusy(true)
    for (const [index, row] of chosen.entries()) {
      const person = plan[index]
      if (outcomes[row.id] === 'sent' || !person) continue
      const body = { version: row.version, staffId: person.staffId }
      const keeper = keepers.get(row.id)!
      const outcome = await sendAction(communityId, row.id, 'dispatch', body, keeper.keyFor(body)).then(
        (): Outcome => 'sent',
        (failure: unknown): Outcome => {
          keeper.failed(failure)
          return { refused: sentenceOf(failure) }
        },
      )
      setOutcomes((all) => ({ ...all, [row.id]: outcome }))
    }
    setBusy(false)
    void queries.invalidateQueries({ queryKey: keysOf(communityId).repairs })
  }

  return (
    <Modal
      open
      width={860}
      title={`批量派单：${chosen.length} 件`}
      onCancel={onClose}
      footer={[
        <span key="sum" style={{ float: 'left', color: 'var(--secondary)', lineHeight: '36px' }}>
          {sent > 0 ? `已派 ${sent} 件，` : ''}确认后逐件发出，每件单独记录。
        </span>,
        <Button key="cancel" onClick={onClose}>
          {sent > 0 ? '完成' : '取消'}
        </Button>,
        <Button key="send" type="primary" loading={busy} disabled={waiting.length === 0} onClick={sendAll}>
          确认派出 {waiting.length} 件
        </Button>,
      ]}
    >
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ y: 420 }}
        dataSource={chosen}
        columns={[
          { title: '位置', dataIndex: 'placeLabel', ellipsis: true },
          { title: '紧急程度', width: 90, render: (_, row) => <UrgencyMark urgency={row.urgency} /> },
          { title: '时限', width: 140, render: (_, row) => <RowClock row={row} /> },
          {
            title: '派给',
            width: 190,
            render: (_, row, index) => (
              <Select
                style={{ width: '100%' }}
                aria-label={`${row.number} 派给`}
                loading={candidates[index]?.isPending}
                disabled={busy || outcomes[row.id] === 'sent'}
                placeholder="无人可派"
                value={plan[index]?.staffId}
                onChange={(staffId) => setPicked((all) => ({ ...all, [row.id]: staffId }))}
                options={fitFor(index).map(({ staffId, name, openRepairs }) => ({
                  value: staffId,
                  label: `${name} · 手上 ${openRepairs} 件`,
                }))}
              />
            ),
          },
          {
            title: '理由与结果',
            render: (_, row, index) => <Result outcome={outcomes[row.id]} because={plan[index]?.because} />,
          },
        ]}
      />
    </Modal>
  )
}

function Result({ outcome, because }: { outcome?: Outcome; because?: string }) {
  if (outcome === 'sent')
    return (
      <span style={{ color: 'var(--on-time-text)' }}>
        <CheckCircleFilled /> 已派出
      </span>
    )
  if (outcome)
    return (
      <span style={{ color: 'var(--late-text)' }}>
        <CloseCircleFilled /> {outcome.refused}
      </span>
    )
  return <span style={{ color: 'var(--secondary)' }}>{because ?? '没有具备资质的在岗员工'}</span>
}
