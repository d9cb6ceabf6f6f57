import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { codesOf, propertyTypes } from '@yinuo/contracts'
import type { CommunitySummary, PropertyType } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { communitiesSentence, found } from './communities-sentence.ts'
import { OpenDrawer } from './open-drawer.tsx'
import { allCommunities, useRegions } from './queries.ts'
import { RegionsDrawer } from './regions-drawer.tsx'

/** Every community the reader works in, the latest first: head office sees where it burns. */
export function CommunitiesPage() {
  const mayEdit = useMay()('communities.edit')
  const [text, setText] = useState('')
  const [type, setType] = useState<PropertyType>()
  const [regionId, setRegionId] = useState<string>()
  const [opened, setOpened] = useState<'community' | 'regions' | null>(null)
  const query = useQuery({ queryKey: allCommunities, queryFn: () => call('GET /communities'), refetchInterval: 60_000 })
  const regions = useRegions()
  const rows = found(query.data ?? [], { text, type, regionId })
  return (
    <Page
      title="全部小区"
      about={query.data && communitiesSentence(query.data)}
      actions={
        mayEdit && (
          <>
            <Button onClick={() => setOpened('regions')}>管理区域</Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpened('community')}>
              开通小区
            </Button>
          </>
        )
      }
    >
      <Panel>
        <Bar>
          <Input
            prefix={<SearchOutlined />}
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder="名称、地址或服务电话"
            aria-label="查找小区"
            allowClear
            style={{ width: 240 }}
          />
          <Select
            allowClear
            placeholder="全部类型"
            aria-label="物业类型"
            value={type}
            onChange={setType}
            options={codesOf(propertyTypes).map((value) => ({ value, label: propertyTypes[value] }))}
            style={{ width: 130 }}
          />
          <Select
            allowClear
            placeholder="全部区域"
            aria-label="区域"
            value={regionId}
            onChange={setRegionId}
            options={(regions.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            style={{ width: 150 }}
          />
        </Bar>
        <Listing query={query} count={rows.length} empty={<EmptyPlace title="没有找到小区" hint="换个名称，或清除筛选再看。" />}>
          <Table<CommunitySummary>
            rowKey="id"
            dataSource={rows}
            pagination={{ defaultPageSize: 20, hideOnSinglePage: true, showTotal: (total) => `共 ${total} 个小区` }}
            scroll={{ x: 900 }}
            columns={[
              {
                title: '小区',
                sorter: (one, other) => one.name.localeCompare(other.name, 'zh'),
                render: (_, row) => <Link to={`/c/${row.id}`}>{row.name}</Link>,
              },
              { title: '类型', width: 90, render: (_, row) => propertyTypes[row.propertyType] },
              { title: '区域', width: 120, render: (_, row) => row.regionName ?? '—' },
              { title: '地址', dataIndex: 'address', ellipsis: true },
              { title: '服务电话', dataIndex: 'hotline', width: 150 },
              {
                title: '未结报修',
                width: 110,
                align: 'right',
                sorter: (one, other) => one.openRepairs - other.openRepairs,
                render: (_, row) => `${row.openRepairs} 件`,
              },
              {
                title: '已超时',
                width: 110,
                align: 'right',
                defaultSortOrder: 'descend',
                sorter: (one, other) => one.lateRepairs - other.lateRepairs || one.openRepairs - other.openRepairs,
                render: (_, row) =>
                  row.lateRepairs > 0 ? (
                    <Link to={`/c/${row.id}/repairs?late=true`} style={{ color: 'var(--late-text)', fontWeight: 600 }}>
                      {row.lateRepairs} 件
                    </Link>
                  ) : (
                    <span style={{ color: 'var(--secondary)' }}>无</span>
                  ),
              },
            ]}
          />
        </Listing>
      </Panel>
      {opened === 'community' && <OpenDrawer onClose={() => setOpened(null)} />}
      {opened === 'regions' && <RegionsDrawer onClose={() => setOpened(null)} />}
    </Page>
  )
}
