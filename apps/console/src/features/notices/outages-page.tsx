import { ThunderboltOutlined } from '@ant-design/icons'
import { codesOf, outageServices, outageStates } from '@yinuo/contracts'
import type { OutageRow, OutageState } from '@yinuo/contracts'
import { Button, Segmented, Table } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { AnnounceDrawer } from './announce-drawer.tsx'
import { OutageTag } from './marks.tsx'
import { OutageDrawer } from './outage-drawer.tsx'
import { useOutages } from './queries.ts'

/** What is cut off, and when it is to be back. */
export function OutagesPage() {
  const { communityId } = useCommunity()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [announcing, setAnnouncing] = useState(false)
  const state = codesOf(outageStates).find((each) => each === search.get('state'))
  const opened = search.get('outage')
  const query = useOutages(communityId, state)
  const open = (id: string | null) =>
    setSearch(
      (now) => {
        if (id) now.set('outage', id)
        else now.delete('outage')
        return now
      },
      { replace: true },
    )
  const announce = may('notices.edit') && (
    <Button type="primary" icon={<ThunderboltOutlined />} onClick={() => setAnnouncing(true)}>
      发停用通知
    </Button>
  )
  return (
    <Page title="停水停电" about="停用通知立即发给受影响的住户，每次进展都会告诉他们" actions={announce}>
      <Panel>
        <Bar>
          <Segmented<OutageState | 'all'>
            aria-label="恢复情况"
            value={state ?? 'all'}
            onChange={(next) => setSearch(next === 'all' ? {} : { state: next }, { replace: true })}
            options={[
              { value: 'all', label: '全部' },
              ...codesOf(outageStates).map((value) => ({ value, label: outageStates[value] })),
            ]}
          />
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={<EmptyPlace title="没有停用" hint="停水、停电、停梯时，在这里告诉受影响的住户。" action={announce} />}
        >
          <Table<OutageRow>
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            scroll={{ x: 860 }}
            columns={[
              {
                title: '停用',
                render: (_, row) => (
                  <Button type="link" style={{ padding: 0, fontWeight: 600 }} onClick={() => open(row.id)}>
                    {row.scope}
                    {outageServices[row.service]}
                  </Button>
                ),
              },
              { title: '状态', width: 150, render: (_, row) => <OutageTag outage={row} /> },
              { title: '原因', width: 240, dataIndex: 'cause', ellipsis: true },
              { title: '开始', width: 140, render: (_, row) => <TimeText at={row.startsAt} /> },
              { title: '预计恢复', width: 140, render: (_, row) => <TimeText at={row.expectedUntil} /> },
              { title: '发布', width: 100, dataIndex: 'announcedByName' },
            ]}
          />
        </Listing>
      </Panel>
      {announcing && <AnnounceDrawer onClose={() => setAnnouncing(false)} onAnnounced={open} />}
      {opened && <OutageDrawer key={opened} id={opened} onClose={() => open(null)} />}
    </Page>
  )
}
