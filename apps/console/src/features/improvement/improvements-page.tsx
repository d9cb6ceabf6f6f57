import { SettingOutlined } from '@ant-design/icons'
import { codesOf, improvementStates } from '@yinuo/contracts'
import type { ImprovementRow, ImprovementState } from '@yinuo/contracts'
import { Badge, Button, Checkbox, Segmented, Select, Table, Tabs } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { spokenDay } from '../../words/time.ts'
import { Figures, ImprovementTags } from './marks.tsx'
import { ProposalDrawer } from './proposal-drawer.tsx'
import { ProposalsList } from './proposals-list.tsx'
import { useImprovementNumbers, useImprovements, useOwners } from './queries.ts'
import { RulesDrawer } from './rules-drawer.tsx'
import { placeWord } from './words.ts'

/** What repeats and waits for a decision, and what is being done about what. */
export function ImprovementsPage() {
  const { communityId } = useCommunity()
  const [search, setSearch] = useSearchParams()
  const [ruling, setRuling] = useState(false)
  const numbers = useImprovementNumbers(communityId, true)
  const proposal = search.get('proposal')
  const tab = search.get('tab') === 'repeated' ? 'repeated' : 'items'
  const open = (id: string | null) => setSearch(id ? { tab: 'repeated', proposal: id } : { tab }, { replace: true })
  return (
    <Page
      title="改进"
      about="同一原因反复出现时立项改进，改好了告诉提出的人"
      actions={
        <Button icon={<SettingOutlined />} onClick={() => setRuling(true)}>
          重复问题的规则
        </Button>
      }
    >
      <Tabs
        activeKey={tab}
        onChange={(next) => setSearch({ tab: next }, { replace: true })}
        items={[
          { key: 'items', label: '改进事项', children: <Items /> },
          {
            key: 'repeated',
            label: (
              <Badge count={numbers.data?.proposals ?? 0} offset={[12, 0]} color="#8F5500">
                重复问题
              </Badge>
            ),
            children: <ProposalsList onOpen={open} />,
          },
        ]}
      />
      {proposal && <ProposalDrawer key={proposal} id={proposal} onClose={() => open(null)} />}
      {ruling && <RulesDrawer onClose={() => setRuling(false)} />}
    </Page>
  )
}

function Items() {
  const { communityId } = useCommunity()
  const navigate = useNavigate()
  const owners = useOwners(communityId)
  const [state, setState] = useState<ImprovementState | 'all'>('all')
  const [ownerId, setOwnerId] = useState<string>()
  const [overdue, setOverdue] = useState(false)
  const filters = { ...(state !== 'all' && { state }), ...(ownerId && { ownerId }), ...(overdue && { overdue }) }
  const query = useImprovements(communityId, filters)
  return (
    <Panel>
      <Bar>
        <Segmented<ImprovementState | 'all'>
          aria-label="进展"
          value={state}
          onChange={setState}
          options={[
            { value: 'all', label: '全部' },
            ...codesOf(improvementStates).map((value) => ({ value, label: improvementStates[value] })),
          ]}
        />
        <Select
          allowClear
          placeholder="全部负责人"
          aria-label="负责人"
          style={{ width: 140 }}
          value={ownerId}
          onChange={setOwnerId}
          options={(owners.data ?? []).map(({ staffId, name }) => ({ value: staffId, label: name }))}
        />
        <Checkbox checked={overdue} onChange={(event) => setOverdue(event.target.checked)}>
          只看逾期
        </Checkbox>
        <span style={{ flex: 1 }} />
        <ExportButton list="improvements" filters={filters} />
      </Bar>
      <Listing
        query={query}
        count={query.rows.length}
        empty={
          <EmptyPlace
            title="没有改进事项"
            hint="从“重复问题”里立项，或在原因分析里挑一个最常见的原因。"
            action={<Button onClick={() => void navigate(`/c/${communityId}/causes`)}>去看原因分析</Button>}
          />
        }
      >
        <Table<ImprovementRow>
          rowKey="id"
          dataSource={query.rows}
          pagination={false}
          scroll={{ x: 880 }}
          columns={[
            { title: '编号', width: 80, dataIndex: 'number' },
            {
              title: '改进',
              render: (_, row) => (
                <>
                  <Link to={`/c/${communityId}/improvements/${row.id}`} style={{ fontWeight: 600 }}>
                    {row.title}
                  </Link>
                  <div style={{ color: 'var(--secondary)' }}>
                    {placeWord(row)} · {row.causeName}
                  </div>
                </>
              ),
            },
            { title: '进展', width: 120, render: (_, row) => <ImprovementTags row={row} /> },
            { title: '每 30 天件数', width: 190, render: (_, row) => <Figures row={row} /> },
            { title: '负责人', width: 80, render: (_, row) => row.ownerName ?? '待指定' },
            { title: '期限', width: 100, render: (_, row) => spokenDay(row.dueOn) },
            { title: '告知', width: 70, render: (_, row) => (row.told ? '已告知' : '—') },
          ]}
        />
      </Listing>
    </Panel>
  )
}
