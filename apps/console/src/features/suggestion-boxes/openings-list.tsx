import { CheckCircleOutlined, EditOutlined } from '@ant-design/icons'
import type { BoxOpeningRow } from '@yinuo/contracts'
import { Select, Segmented, Table } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar } from '../../elements/page.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { useBoxes, useOpenings } from './queries.ts'

/** Every time a box was opened, the newest first. */
export function OpeningsList() {
  const { communityId } = useCommunity()
  const [search, setSearch] = useSearchParams()
  const boxes = useBoxes(communityId, true)
  const boxId = search.get('box') ?? undefined
  const unfinished = search.get('unfinished') === 'true' || undefined
  const query = useOpenings(communityId, { ...(boxId && { boxId }), ...(unfinished && { unfinished }) })
  const set = (field: string, value: string | undefined) =>
    setSearch(
      (now) => {
        if (value) now.set(field, value)
        else now.delete(field)
        return now
      },
      { replace: true },
    )
  return (
    <>
      <Bar>
        <Segmented
          aria-label="登记情况"
          value={unfinished ? 'unfinished' : 'all'}
          onChange={(next) => set('unfinished', next === 'all' ? undefined : 'true')}
          options={[
            { value: 'all', label: '全部' },
            { value: 'unfinished', label: '未登记完' },
          ]}
        />
        <Select
          allowClear
          placeholder="哪个意见箱"
          aria-label="哪个意见箱"
          value={boxId}
          onChange={(value?: string) => set('box', value)}
          options={(boxes.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          style={{ width: 180 }}
        />
      </Bar>
      <Listing
        query={query}
        count={query.rows.length}
        empty={<EmptyPlace title="没有开箱记录" hint="在“意见箱”里点“开箱”，清点后逐张登记。" />}
      >
        <Table<BoxOpeningRow>
          rowKey="id"
          dataSource={query.rows}
          pagination={false}
          scroll={{ x: 760 }}
          columns={[
            {
              title: '开箱',
              render: (_, row) => (
                <>
                  <Link to={`/c/${communityId}/box-openings/${row.id}`}>{row.boxName}</Link>
                  <div style={{ color: 'var(--secondary)', fontSize: 13 }}>{row.boxPlace}</div>
                </>
              ),
            },
            { title: '时间', width: 150, render: (_, row) => <TimeText at={row.openedAt} /> },
            { title: '开箱人', width: 110, dataIndex: 'openedByName' },
            { title: '见证人', width: 150, dataIndex: 'witness' },
            { title: '登记', width: 190, render: (_, row) => <Registered row={row} /> },
          ]}
        />
      </Listing>
    </>
  )
}

export function Registered({ row: { slips, registered, done } }: { row: Pick<BoxOpeningRow, 'slips' | 'registered' | 'done'> }) {
  if (slips === 0) return <StateTag tone="done">没有意见</StateTag>
  return (
    <StateTag tone={done ? 'onTime' : 'soon'} icon={done ? <CheckCircleOutlined /> : <EditOutlined />}>
      {done ? `${slips} 张已登记完` : `已登记 ${registered} / ${slips} 张`}
    </StateTag>
  )
}
