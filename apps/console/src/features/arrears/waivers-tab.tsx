import { arrearsLimits, codesOf, waiverStates } from '@yinuo/contracts'
import type { LateFeeWaiverRow, WaiverState } from '@yinuo/contracts'
import { App, Button, Form, Input, Modal, Segmented, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSession } from '../../app/session/session-store.ts'
import { useSubmit } from '../../app/submit.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { Sum } from '../../elements/sum.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { useRenewal, useWaivers } from './queries.ts'

const tones = { asked: 'soon', approved: 'onTime', refused: 'done' } as const

/** Who asked to let a household off a late fee, and what was decided. */
export function WaiversTab({ onOpen }: { onOpen: (unitId: string) => void }) {
  const { communityId } = useCommunity()
  const [state, setState] = useState<WaiverState | 'all'>('asked')
  const query = useWaivers(communityId, state === 'all' ? undefined : state)
  return (
    <Panel>
      <Bar>
        <Segmented<WaiverState | 'all'>
          aria-label="状态"
          value={state}
          onChange={setState}
          options={[
            ...codesOf(waiverStates).map((value) => ({ value, label: waiverStates[value] })),
            { value: 'all', label: '全部' },
          ]}
        />
      </Bar>
      <Listing
        query={query}
        count={query.rows.length}
        empty={<EmptyPlace title="没有违约金减免" hint="在一户的欠费里对账单申请减免。" />}
      >
        <Table<LateFeeWaiverRow>
          rowKey="id"
          dataSource={query.rows}
          pagination={false}
          scroll={{ x: 820 }}
          columns={[
            {
              title: '房屋',
              width: 160,
              render: (_, { unitId, unitLabel }) => (
                <Button type="link" style={{ padding: 0 }} onClick={() => onOpen(unitId)}>
                  {unitLabel}
                </Button>
              ),
            },
            {
              title: '账单',
              render: (_, { chargeName, periodFrom, periodTo, reason }) => (
                <>
                  {chargeName} {periodFrom} 至 {periodTo}
                  <div style={{ color: 'var(--secondary)' }}>{reason}</div>
                </>
              ),
            },
            { title: '申请时违约金', width: 130, align: 'right', render: (_, { feeFen }) => <Sum fen={feeFen} /> },
            {
              title: '状态',
              width: 150,
              render: (_, row) => (
                <>
                  <StateTag tone={tones[row.state]}>{waiverStates[row.state]}</StateTag>
                  <div style={{ color: 'var(--secondary)' }}>
                    {row.askedByName}申请{row.decidedByName && `，${row.decidedByName}审批`}
                    {row.refusedBecause && `：${row.refusedBecause}`}
                  </div>
                </>
              ),
            },
            { title: '', width: 170, render: (_, row) => row.state === 'asked' && <Deciding waiver={row} /> },
          ]}
        />
      </Listing>
    </Panel>
  )
}

function Deciding({ waiver }: { waiver: LateFeeWaiverRow }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const own = useSession().me?.staff?.id === waiver.askedBy
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [refusing, setRefusing] = useState(false)
  const path = { communityId, id: waiver.id }
  const { submit, busy, failure } = useSubmit(
    (body: { version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/late-fee-waivers/{id}/approve', { path, body, idempotencyKey }),
    () => {
      message.success('已批准减免')
      renew()
    },
  )
  if (!may('billing.run')) return null
  if (own) return <span style={{ color: 'var(--secondary)' }}>由另一位同事审批</span>
  return (
    <>
      <Refusal failure={failure} onReload={renew} />
      <div style={{ display: 'flex', gap: 8 }}>
        <Button type="primary" size="small" loading={busy} onClick={() => submit({ version: waiver.version })}>
          批准
        </Button>
        <Button size="small" onClick={() => setRefusing(true)}>
          不批准
        </Button>
      </div>
      {refusing && <RefuseDialog waiver={waiver} onClose={() => setRefusing(false)} />}
    </>
  )
}

function RefuseDialog({ waiver: { id, version }, onClose }: { waiver: LateFeeWaiverRow; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [form] = Form.useForm<{ reason: string }>()
  const { submit, busy, failure } = useSubmit(
    (body: { version: number; reason: string }, idempotencyKey) =>
      call('POST /communities/{communityId}/late-fee-waivers/{id}/refuse', { path: { communityId, id }, body, idempotencyKey }),
    () => {
      message.success('已退回')
      renew()
      onClose()
    },
  )
  return (
    <Modal open title="不批准减免" okText="确定" okButtonProps={{ loading: busy }} onOk={form.submit} onCancel={onClose}>
      <Refusal failure={failure} onReload={renew} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => submit({ reason, version })}>
        <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请写明原因' }]}>
          <Input.TextArea maxLength={arrearsLimits.reason} autoSize={{ minRows: 2 }} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
