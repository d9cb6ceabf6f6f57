import { BellOutlined } from '@ant-design/icons'
import { codesOf, receiptStates, residencyRoles } from '@yinuo/contracts'
import type { NoticeReceipt, NoticeView, ReceiptNumbers, ReceiptState } from '@yinuo/contracts'
import { Button, Segmented, Select, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { minuteTime } from '../../words/time.ts'
import { useBuildings } from '../archive/structure/queries.ts'
import styles from './notices.module.css'
import { useReceiptNumbers, useReceipts } from './queries.ts'
import { useNoticeStep } from './steps.tsx'

const tones = { read: 'onTime', unread: 'soon', unreachable: 'done' } as const

/** Who has read it and who has not, and a word to the others. */
export function Receipts({ notice }: { notice: NoticeView }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const buildings = useBuildings(communityId)
  const [state, setState] = useState<ReceiptState>()
  const [buildingId, setBuildingId] = useState<string>()
  const filters = { ...(state && { state }), ...(buildingId && { buildingId }) }
  const query = useReceipts(communityId, notice.id, filters)
  const numbers = useReceiptNumbers(communityId, notice.id, buildingId)
  const reminding = useNoticeStep(
    (body, idempotencyKey) =>
      call('POST /communities/{communityId}/notices/{id}/remind', { path: { communityId, id: notice.id }, body, idempotencyKey }),
    '已提醒未读的住户',
  )
  return (
    <Panel>
      {numbers.data && <ReadShare numbers={numbers.data} />}
      <Bar>
        <Segmented<ReceiptState | 'all'>
          aria-label="阅读情况"
          value={state ?? 'all'}
          onChange={(next) => setState(next === 'all' ? undefined : next)}
          options={[
            { value: 'all', label: '全部' },
            ...codesOf(receiptStates).map((value) => ({ value, label: receiptStates[value] })),
          ]}
        />
        <Select
          allowClear
          placeholder="全部楼栋"
          aria-label="楼栋"
          style={{ width: 160 }}
          value={buildingId}
          onChange={setBuildingId}
          options={(buildings.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <span style={{ flex: 1 }} />
        {notice.remindedAt && (
          <span style={{ color: 'var(--secondary)' }}>
            上次提醒 <TimeText at={notice.remindedAt} />
          </span>
        )}
        {may('notices.edit') && notice.state === 'published' && (
          <Button
            icon={<BellOutlined />}
            loading={reminding.busy}
            disabled={numbers.data?.unread === 0}
            onClick={() => reminding.submit({ version: notice.version })}
          >
            提醒未读
          </Button>
        )}
        <ExportButton list="noticeReceipts" filters={{ noticeId: notice.id, ...filters }} />
      </Bar>
      {reminding.refusal}
      <Listing query={query} count={query.rows.length} empty={<EmptyPlace title="没有这样的住户" />}>
        <Table<NoticeReceipt>
          rowKey="id"
          dataSource={query.rows}
          pagination={false}
          columns={[
            { title: '房屋', dataIndex: 'unitLabel' },
            { title: '姓名', width: 140, dataIndex: 'name' },
            { title: '身份', width: 100, render: (_, row) => residencyRoles[row.role] },
            {
              title: '阅读情况',
              width: 140,
              render: (_, row) => <StateTag tone={tones[row.state]}>{receiptStates[row.state]}</StateTag>,
            },
            { title: '阅读时间', width: 160, render: (_, row) => (row.readAt ? minuteTime(row.readAt) : '—') },
          ]}
        />
      </Listing>
    </Panel>
  )
}

function ReadShare({ numbers: { people, read, unread, unreachable } }: { numbers: ReceiptNumbers }) {
  const share = (count: number) => (people === 0 ? 0 : (count / people) * 100)
  return (
    <div style={{ padding: 16 }}>
      <p style={{ marginBottom: 8 }}>
        {people} 人里 <strong>{read}</strong> 人已读（{Math.round(share(read))}%），{unread} 人未读，{unreachable} 人未绑定微信
      </p>
      <div className={styles['bar']} role="img" aria-label={`已读 ${Math.round(share(read))}%`}>
        <span data-state="read" style={{ width: `${share(read)}%` }} />
        <span data-state="unread" style={{ width: `${share(unread)}%` }} />
      </div>
    </div>
  )
}
