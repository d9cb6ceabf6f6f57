import { CheckOutlined, PlusOutlined, SnippetsOutlined } from '@ant-design/icons'
import { permissions } from '@yinuo/contracts'
import type { Permission, PostRow } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tooltip } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { useMay } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { permissionGroups } from './permission-groups.ts'
import { PostDrawer } from './post-drawer.tsx'
import { TemplatesDialog } from './templates-dialog.tsx'

interface Line {
  key: string
  module: string
  rows: number
  permission: Permission
}

const lines: Line[] = permissionGroups().flatMap(({ module, permissions: members }) =>
  members.map((permission, place) => ({ key: permission, module, rows: place === 0 ? members.length : 0, permission })),
)

/** Which post may do what, as one table. */
export function PostsPage() {
  const may = useMay()
  const [edited, setEdited] = useState<PostRow | 'new' | null>(null)
  const [filling, setFilling] = useState(false)
  const query = useQuery({ queryKey: ['posts'], queryFn: () => call('GET /posts'), staleTime: 30_000 })
  const posts = query.data ?? []
  const mayEdit = may('people.edit')
  const add = mayEdit && (
    <>
      <Button icon={<SnippetsOutlined />} onClick={() => setFilling(true)}>
        从模板添加
      </Button>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
        新建岗位
      </Button>
    </>
  )

  return (
    <Page
      title="岗位权限"
      about="一个岗位能做什么，所有任这个岗位的人都一样；点岗位名称看岗位说明书。"
      actions={[<ExportButton key="export" list="posts" />, add]}
    >
      <Panel>
        <Listing
          query={query}
          count={posts.length}
          empty={<EmptyPlace title="还没有岗位" hint="从模板添加最快，说明书和权限都已写好。" action={add} />}
        >
          <Table
            rowKey="key"
            dataSource={lines}
            pagination={false}
            bordered
            size="small"
            scroll={{ x: 254 + posts.length * 98 }}
            columns={[
              {
                title: '范围',
                width: 88,
                fixed: 'left',
                onCell: (line) => ({ rowSpan: line.rows }),
                render: (_, line) => line.module,
              },
              { title: '权限', width: 166, fixed: 'left', render: (_, line) => permissions[line.permission] },
              ...posts.map((post) => ({
                key: post.id,
                width: 98,
                align: 'center' as const,
                title: <PostHead post={post} onEdit={mayEdit ? () => setEdited(post) : undefined} />,
                render: (_: unknown, line: Line) =>
                  post.permissions.includes(line.permission) ? (
                    <CheckOutlined aria-label="可以" style={{ color: 'var(--on-time-mark)', fontSize: 16 }} />
                  ) : (
                    <span aria-label="不可以" style={{ color: '#9aa6a1' }}>
                      —
                    </span>
                  ),
              })),
            ]}
          />
        </Listing>
      </Panel>
      {filling && <TemplatesDialog onClose={() => setFilling(false)} />}
      {edited && <PostDrawer post={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  )
}

function PostHead({ post, onEdit }: { post: PostRow; onEdit?: () => void }) {
  return (
    <Tooltip title={post.duties}>
      <div>
        <Link to={post.id} style={{ fontWeight: 600 }}>
          {post.name}
        </Link>
        <div style={{ fontSize: 12, fontWeight: 400 }}>{post.holders} 人</div>
        {onEdit && (
          <Button type="link" size="small" onClick={onEdit} aria-label={`编辑岗位 ${post.name}`}>
            编辑
          </Button>
        )}
      </div>
    </Tooltip>
  )
}
