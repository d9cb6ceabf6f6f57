import { codesOf, proposalStates, repeatRules } from '@yinuo/contracts'
import type { ProposalRow, ProposalState } from '@yinuo/contracts'
import { Button, Segmented, Table } from 'antd'
import { useState } from 'react'
import { useCommunity } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { ProposalTag } from './marks.tsx'
import { useProposals } from './queries.ts'
import { placeWord } from './words.ts'

/** What repeats, and what was decided about it. */
export function ProposalsList({ onOpen }: { onOpen: (id: string) => void }) {
  const { communityId } = useCommunity()
  const [state, setState] = useState<ProposalState | 'all'>('open')
  const query = useProposals(communityId, state === 'all' ? undefined : state)
  return (
    <Panel>
      <Bar>
        <Segmented<ProposalState | 'all'>
          aria-label="处理情况"
          value={state}
          onChange={setState}
          options={[
            ...codesOf(proposalStates).map((value) => ({ value, label: proposalStates[value] })),
            { value: 'all', label: '全部' },
          ]}
        />
      </Bar>
      <Listing
        query={query}
        count={query.rows.length}
        empty={<EmptyPlace title="没有重复问题" hint="同一原因反复出现时，系统按规则列在这里，并提醒负责改进的人。" />}
      >
        <Table<ProposalRow>
          rowKey="id"
          dataSource={query.rows}
          pagination={false}
          scroll={{ x: 760 }}
          columns={[
            {
              title: '重复的原因',
              render: (_, row) => (
                <Button type="link" style={{ padding: 0, fontWeight: 600 }} onClick={() => onOpen(row.id)}>
                  {row.causeName}
                </Button>
              ),
            },
            { title: '位置', width: 180, render: (_, row) => placeWord(row) },
            { title: '件数', width: 150, render: (_, row) => `${row.days} 天内 ${row.cases} 件` },
            { title: '规则', width: 150, render: (_, row) => repeatRules[row.rule] },
            { title: '处理', width: 120, render: (_, row) => <ProposalTag state={row.state} /> },
            { title: '发现', width: 130, render: (_, row) => <TimeText at={row.madeAt} /> },
          ]}
        />
      </Listing>
    </Panel>
  )
}
