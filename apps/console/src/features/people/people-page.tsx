import { SearchOutlined, UserAddOutlined } from '@ant-design/icons'
import { skills } from '@yinuo/contracts'
import type { StaffRow } from '@yinuo/contracts'
import { Button, Checkbox, Input, Table, Tag } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { callUntil } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { MaskedPhone } from '../../elements/masked-phone.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { StateTag } from '../../elements/tag.tsx'
import { StaffDrawer } from './staff-drawer.tsx'

export function PeoplePage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState(search.get('query') ?? '')
  const [everywhere, setEverywhere] = useState(false)
  const [edited, setEdited] = useState<StaffRow | 'new' | null>(null)
  const text = useSettled(typed.trim(), 250)
  const query = usePages<StaffRow>(['staff', everywhere ? 'all' : communityId, text], (cursor, signal) =>
    callUntil(signal)('GET /staff', { query: { communityId: everywhere ? undefined : communityId, query: text, cursor } }),
  )
  const mayEdit = may('people.edit')
  const add = mayEdit && (
    <Button type="primary" icon={<UserAddOutlined />} onClick={() => setEdited('new')}>
      添加员工
    </Button>
  )

  return (
    <Page title="员工" about={everywhere ? '全公司的员工' : `在${name}任职的员工；派单只派给有资质、在岗的人`} actions={add}>
      <Panel>
        <Bar>
          <Input
            prefix={<SearchOutlined />}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              if (search.has('query')) setSearch({}, { replace: true })
            }}
            placeholder="姓名、账号或手机号"
            aria-label="查找员工"
            allowClear
            style={{ width: 240 }}
          />
          <Checkbox checked={everywhere} onChange={(event) => setEverywhere(event.target.checked)}>
            全公司
          </Checkbox>
          <span style={{ flex: 1 }} />
          {!everywhere && <ExportButton list="staff" filters={{ query: text }} />}
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={
            text ? (
              <EmptyPlace title={`没有找到“${text}”`} hint="换一个说法，或勾选“全公司”再找。" />
            ) : (
              <EmptyPlace title="这里还没有员工" hint="先添加维修工程师，报修才派得出去。" action={add} />
            )
          }
        >
          <Table
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            loading={query.isPlaceholderData}
            scroll={{ x: 1000 }}
            onRow={(staff) => (mayEdit ? { onClick: () => setEdited(staff), style: { cursor: 'pointer' } } : {})}
            columns={[
              { title: '姓名', width: 110, render: (_, staff) => <strong style={{ fontWeight: 600 }}>{staff.name}</strong> },
              {
                title: '在岗',
                width: 100,
                render: (_, staff) =>
                  !staff.active ? (
                    <StateTag tone="late">已停用</StateTag>
                  ) : staff.onDutyIn.includes(communityId) ? (
                    <StateTag tone="onTime">在岗</StateTag>
                  ) : (
                    <StateTag tone="done">离岗</StateTag>
                  ),
              },
              {
                title: '岗位',
                render: (_, staff) =>
                  staff.posts
                    .filter((post) => everywhere || post.communityId === communityId)
                    .map((post) => (everywhere ? `${post.communityName} ${post.postName}` : post.postName))
                    .join('，') || '—',
              },
              {
                title: '资质',
                render: (_, staff) => (
                  <div style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
                    {staff.skills.map((skill) => (
                      <Tag key={skill}>{skills[skill]}</Tag>
                    ))}
                  </div>
                ),
              },
              {
                title: '手机',
                width: 150,
                render: (_, staff) =>
                  staff.posts.some((post) => post.communityId === communityId) ? (
                    <MaskedPhone masked={staff.phoneMasked} subject="staff" id={staff.id} />
                  ) : (
                    staff.phoneMasked
                  ),
              },
              { title: '账号', width: 140, dataIndex: 'login' },
              ...(mayEdit
                ? [
                    {
                      title: '',
                      width: 80,
                      align: 'right' as const,
                      render: (_: unknown, staff: StaffRow) => (
                        <Button type="link" size="small" onClick={() => setEdited(staff)}>
                          编辑
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Listing>
      </Panel>
      {edited && <StaffDrawer staff={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  )
}
