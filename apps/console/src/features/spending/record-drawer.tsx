import { fundRecordAccounts, fundRecordSides, funds } from '@yinuo/contracts'
import type { FundRecordView } from '@yinuo/contracts'
import { App, Button, Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { useSession } from '../../app/session/session-store.ts'
import { useSubmit } from '../../app/submit.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { Sum } from '../../elements/sum.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { useRenewal } from '../ledger/queries.ts'
import { Vouchers } from '../ledger/vouchers.tsx'
import { categoryWord } from '../ledger/words.ts'
import { useRecord } from './queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { RecordTag } from './record-tag.tsx'
import styles from './spending.module.css'

/** One record with its vouchers, and what can be decided about it. */
export function RecordDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { communityId } = useCommunity()
  const query = useRecord(communityId, id)
  const record = query.data
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={record ? `${fundRecordSides[record.side]} · ${categoryWord(record.category)}` : '收支'}
    >
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      {record && (
        <>
          <Facts record={record} />
          <Deciding record={record} />
          <h3 style={{ margin: '20px 0 8px', fontSize: 14 }}>凭证附件</h3>
          <Vouchers papers={record.papers} />
        </>
      )}
    </Drawer>
  )
}

function Facts({ record }: { record: FundRecordView }) {
  const { communityId } = useCommunity()
  return (
    <dl className={styles['facts']}>
      <dt>状态</dt>
      <dd>
        <RecordTag state={record.state} /> {record.because}
      </dd>
      <dt>金额</dt>
      <dd>
        <Sum fen={record.amountFen} strong />
      </dd>
      <dt>资金</dt>
      <dd>{funds[record.fund]}</dd>
      <dt>日期</dt>
      <dd>
        {record.happenedOn} · {fundRecordAccounts[record.account]}
      </dd>
      {record.supplierName && (
        <>
          <dt>供应商</dt>
          <dd>{record.supplierName}</dd>
        </>
      )}
      {record.reference && (
        <>
          <dt>票据号</dt>
          <dd>{record.reference}</dd>
        </>
      )}
      <dt>摘要</dt>
      <dd>{record.text}</dd>
      <dt>登记</dt>
      <dd>
        {record.enteredByName} · <TimeText at={record.enteredAt} />
      </dd>
      {record.decidedByName && (
        <>
          <dt>审批</dt>
          <dd>{record.decidedByName}</dd>
        </>
      )}
      {record.entryId && (
        <>
          <dt>账目</dt>
          <dd>
            <Link to={`/c/${communityId}/ledger?entry=${record.entryId}`}>看记账分录</Link>
          </dd>
        </>
      )}
    </dl>
  )
}

function Deciding({ record }: { record: FundRecordView }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const own = useSession().me?.staff?.id === record.enteredBy
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const [doing, setDoing] = useState<'refuse' | 'reverse' | null>(null)
  const approving = useSubmit(
    (body: { version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/fund-records/{id}/approve', {
        path: { communityId, id: record.id },
        body,
        idempotencyKey,
      }),
    () => {
      message.success('已审批入账')
      renew()
    },
  )
  if (!may('ledger.close')) return record.state === 'asked' ? <p>等有结账权限的同事审批。</p> : null
  return (
    <>
      <Refusal failure={approving.failure} onReload={renew} />
      <div style={{ display: 'flex', gap: 8 }}>
        {record.state === 'asked' && own && <p>您登记的收支，要由另一位同事审批。</p>}
        {record.state === 'asked' && !own && (
          <>
            <Button type="primary" loading={approving.busy} onClick={() => approving.submit({ version: record.version })}>
              审批通过
            </Button>
            <Button onClick={() => setDoing('refuse')}>不通过</Button>
          </>
        )}
        {record.state === 'booked' && (
          <Button danger onClick={() => setDoing('reverse')}>
            冲销
          </Button>
        )}
      </div>
      {doing && (
        <ReasonDialog
          words={words[doing]}
          send={(reason, idempotencyKey) =>
            call(`POST /communities/{communityId}/fund-records/{id}/${doing}`, {
              path: { communityId, id: record.id },
              body: { reason, version: record.version },
              idempotencyKey,
            })
          }
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}

const words = {
  refuse: { title: '审批不通过', hint: '登记人会看到原因，可以改正后重新登记。', done: '已退回' },
  reverse: { title: '冲销这笔收支', hint: '原来的账不改动，今天记一笔方向相反的账；正确的请另行登记。', done: '已冲销' },
} as const
