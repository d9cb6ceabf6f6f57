import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Tree } from 'antd'
import { useState } from 'react'
import { RetryNote } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { CategoryDrawer } from './category-drawer.tsx'
import { treeOf, useCategories } from './queries.ts'
import type { CategoryNode } from './queries.ts'

interface TreeRow {
  key: string
  title: string
  children: TreeRow[]
}

/** The categories open to the reader, each with how many documents in force stand in it. */
export function CategoryTree({
  communityId,
  chosen,
  onChoose,
}: {
  communityId: string
  chosen: string | null
  onChoose: (id: string | null) => void
}) {
  const query = useCategories(communityId)
  const [edited, setEdited] = useState<'new' | 'chosen' | null>(null)
  const nodes = treeOf(query.data?.items ?? [])
  const category = query.data?.items.find(({ id }) => id === chosen)
  const rowsOf = (among: readonly CategoryNode[]): TreeRow[] =>
    among.map((node) => ({
      key: node.category.id,
      title: `${node.category.name}（${node.category.documents}）`,
      children: rowsOf(node.children),
    }))
  return (
    <Panel
      title="分类"
      extra={
        query.data?.editsCompanyWide && (
          <span>
            {category?.mayEdit && (
              <Button
                type="text"
                size="small"
                icon={<EditOutlined />}
                aria-label={`编辑分类 ${category.name}`}
                onClick={() => setEdited('chosen')}
              />
            )}
            <Button type="text" size="small" icon={<PlusOutlined />} aria-label="新建分类" onClick={() => setEdited('new')} />
          </span>
        )
      }
    >
      <div style={{ padding: '8px 8px 12px' }}>
        {query.isError && <RetryNote query={query} />}
        <Button type={chosen ? 'text' : 'link'} size="small" onClick={() => onChoose(null)} aria-pressed={!chosen}>
          全部文件
        </Button>
        {nodes.length > 0 && (
          <Tree
            // A category just added is to be seen: the tree opens anew.
            key={query.data?.items.length}
            blockNode
            defaultExpandAll
            aria-label="文件分类"
            selectedKeys={chosen ? [chosen] : []}
            onSelect={([key]) => onChoose(key ? String(key) : null)}
            treeData={rowsOf(nodes)}
          />
        )}
      </div>
      {edited && (
        <CategoryDrawer
          communityId={communityId}
          category={edited === 'chosen' ? (category ?? null) : null}
          parentId={chosen}
          nodes={nodes}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  )
}
