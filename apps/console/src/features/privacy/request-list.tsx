import { codesOf, privacyRequestStates } from '@yinuo/contracts'
import type { PrivacyRequestRow } from '@yinuo/contracts'
import { Select, Table } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { callUntil } from '../../app/call.ts'
import { useNow } from '../../app/clock.ts'
import { useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar } from '../../elements/page.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { privacyKeys } from './keys.ts'
import { RequestActs } from './request-acts.tsx'
import { dueWords, kindWords, stateWord, toneOf } from './request-words.ts'

export function RequestList({ action }: { action: ReactNode }) {
  const { communityId } = useCommunity()
  const now = useNow()
  const [state, setState] = useState<string | undefined>()
  const query = usePages<PrivacyRequestRow>([...privacyKeys(communityId).requests, state ?? 'all'], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/privacy-requests', { path: { communityId }, query: { state, cursor } }),
  )
  const late = query.rows.filter((row) => row.late).length
  return (
    <>
      <Bar>
        <Select
          value={state}
          onChange={setState}
          allowClear
          placeholder="全部状态"
          aria-label="按状态筛选"
          style={{ width: 140 }}
          options={codesOf(privacyRequestStates).map((value) => ({ value, label: privacyRequestStates[value] }))}
        />
        {late > 0 && <StateTag tone="late">{late} 件超过 15 天没有答复</StateTag>}
        <span style={{ flex: 1 }} />
        <ExportButton list="privacyRequests" filters={{ state }} />
      </Bar>
      <Listing
        query={query}
        count={query.rows.length}
        empty={
          <EmptyPlace
            title={state ? '没有这样的请求' : '还没有人提出请求'}
            hint="住户在小程序“我的 → 个人信息”里自己申请；不用小程序的住户到前台，由您核对身份后登记。"
            action={action}
          />
        }
      >
        <Table
          rowKey="id"
          dataSource={query.rows}
          pagination={false}
          loading={query.isPlaceholderData}
          scroll={{ x: 980 }}
          columns={[
            { title: '事项', width: 70, render: (_, row) => kindWords[row.kind] },
            { title: '申请人', width: 150, dataIndex: 'nameMasked' },
            { title: '状态', width: 110, render: (_, row) => <StateTag tone={toneOf(row)}>{stateWord(row)}</StateTag> },
            { title: '提出', width: 130, render: (_, row) => <TimeText at={row.askedAt} /> },
            { title: '法定期限', width: 150, render: (_, row) => <Due row={row} now={now} /> },
            { title: '情况', render: (_, row) => <Circumstances row={row} /> },
            { title: '', width: 120, align: 'right', render: (_, row) => <RequestActs row={row} /> },
          ]}
        />
      </Listing>
    </>
  )
}

function Due({ row, now }: { row: PrivacyRequestRow; now: number }) {
  const words = dueWords(row, now)
  if (words === null)
    return row.answeredAt ? (
      <>
        已答复 <TimeText at={row.answeredAt} />
      </>
    ) : (
      '—'
    )
  return <span style={{ color: row.late ? 'var(--late)' : undefined }}>{words}</span>
}

function Circumstances({ row }: { row: PrivacyRequestRow }) {
  return (
    <>
      {row.state === 'cooling' && row.effectiveAt && (
        <div>
          <TimeText at={row.effectiveAt} /> 生效，之前可以撤回
        </div>
      )}
      {row.waitsBecause && <div>暂缓：{row.waitsBecause}</div>}
      {row.registeredByName ? (
        <div style={{ color: 'var(--secondary)' }}>
          {row.registeredByName}登记：{row.identityNote}
        </div>
      ) : (
        <div style={{ color: 'var(--secondary)' }}>本人在小程序申请</div>
      )}
    </>
  )
}
