import { PaperClipOutlined, SearchOutlined, SettingOutlined } from '@ant-design/icons'
import { codesOf, letterStates } from '@yinuo/contracts'
import type { LetterRow, LetterState } from '@yinuo/contracts'
import { Button, Input, Segmented, Table } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { TimeText } from '../../elements/time-text.tsx'
import { LetterDrawer } from './letter-drawer.tsx'
import { CaseLink, LetterStateTag, SenderMark } from './letter-marks.tsx'
import { MailboxNote } from './mailbox-note.tsx'
import { useLetters, useMailboxState } from './queries.ts'

/** Every mail that came into the community's mailbox; what waits for a clerk comes first to see. */
export function LettersPage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim(), 300)
  const asked = search.get('state')
  const state = asked === 'all' ? undefined : (codesOf(letterStates).find((each) => each === asked) ?? 'waiting')
  const filters = { ...(state && { state }), ...(text && { query: text }) }
  const query = useLetters(communityId, filters)
  const box = useMailboxState(communityId).data
  const set = (field: string, value: string | null) =>
    setSearch(
      (now) => {
        if (value) now.set(field, value)
        else now.delete(field)
        return now
      },
      { replace: true },
    )
  const open = search.get('letter')
  return (
    <Page
      title="来信"
      about={
        <>
          发到 {box?.address ?? `${name}收件邮箱`} 的邮件；住户本人的来信自动登记为投诉，其余在这里认领
          {box?.polledAt && (
            <>
              。上次收信 <TimeText at={box.polledAt} />
            </>
          )}
        </>
      }
      actions={
        may('messages.manage') && (
          <Button icon={<SettingOutlined />} onClick={() => void navigate('settings')}>
            收件邮箱设置
          </Button>
        )
      }
    >
      <MailboxNote />
      <Panel>
        <Bar>
          <Segmented<LetterState | 'all'>
            aria-label="状态"
            value={state ?? 'all'}
            onChange={(next) => set('state', next === 'waiting' ? null : next)}
            options={[
              ...codesOf(letterStates).map((value) => ({ value, label: letterStates[value] })),
              { value: 'all', label: '全部' },
            ]}
          />
          <Input
            prefix={<SearchOutlined />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="搜主题、内容、发件人、编号"
            aria-label="搜索来信"
            maxLength={40}
            allowClear
            style={{ width: 260 }}
          />
          <ExportButton list="letters" filters={filters} />
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={
            text ? (
              <EmptyPlace title="没有找到符合的来信" hint="换个词试试，或选“全部”。" />
            ) : (
              <EmptyPlace title="没有这样的来信" hint="系统每分钟收一次信，新来信会列在这里。" />
            )
          }
        >
          <Table<LetterRow>
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            loading={query.isPlaceholderData}
            scroll={{ x: 800 }}
            onRow={(row) => ({ onClick: () => set('letter', row.id), style: { cursor: 'pointer' } })}
            columns={[
              { title: '来信', render: (_, row) => <Words row={row} onOpen={() => set('letter', row.id)} /> },
              {
                title: '发件人',
                width: 180,
                render: (_, row) => (
                  <>
                    {row.fromName} <SenderMark sender={row.sender} />
                    <div style={{ color: 'var(--secondary)', fontSize: 13, overflowWrap: 'anywhere' }}>{row.fromAddress}</div>
                  </>
                ),
              },
              {
                title: '状态',
                width: 215,
                render: (_, row) => (
                  <span onClick={(event) => event.stopPropagation()}>
                    <LetterStateTag state={row.state} /> <CaseLink communityId={communityId} letter={row} />
                    {row.reason && <div style={{ color: 'var(--secondary)', fontSize: 13 }}>{row.reason}</div>}
                  </span>
                ),
              },
              { title: '收到', width: 110, render: (_, row) => <TimeText at={row.receivedAt} /> },
            ]}
          />
        </Listing>
      </Panel>
      {open && <LetterDrawer key={open} id={open} onClose={() => set('letter', null)} />}
    </Page>
  )
}

function Words({ row, onOpen }: { row: LetterRow; onOpen: () => void }) {
  return (
    <>
      <Button
        type="link"
        style={{ padding: 0, height: 'auto', fontWeight: 600, whiteSpace: 'normal', textAlign: 'left', overflowWrap: 'anywhere' }}
        onClick={(event) => {
          event.stopPropagation()
          onOpen()
        }}
      >
        {row.subject || '（没有主题）'}
      </Button>
      {row.attachments > 0 && (
        <span style={{ color: 'var(--secondary)', fontSize: 13, marginLeft: 8 }}>
          <PaperClipOutlined aria-hidden /> {row.attachments} 个附件
        </span>
      )}
      <div style={{ color: 'var(--secondary)', fontSize: 13, overflowWrap: 'anywhere' }}>{row.excerpt}</div>
    </>
  )
}
