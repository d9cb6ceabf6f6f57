import { SearchOutlined, UploadOutlined } from '@ant-design/icons'
import { codesOf, documentDues } from '@yinuo/contracts'
import type { DocumentRow } from '@yinuo/contracts'
import { Button, Input, Segmented, Table } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { callUntil } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { TimeText } from '../../elements/time-text.tsx'
import { CategoryTree } from './category-tree.tsx'
import { DocumentDrawer } from './document-drawer.tsx'
import { FilingDrawer } from './filing-drawer.tsx'
import { DueTag, Marked, TextTag } from './marks.tsx'
import { documentKeys, useDocumentNumbers } from './queries.ts'

const views = { current: '现行', ...documentDues, withdrawn: '已撤回' }
type View = keyof typeof views

/** What is filed here and what is the whole company's, as far as the reader's posts open it. */
export function DocumentsPage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState(search.get('query') ?? '')
  const [filing, setFiling] = useState(false)
  const text = useSettled(typed.trim(), 300)
  const categoryId = search.get('category')
  const view = (search.get('view') ?? 'current') as View
  const opened = search.get('document')
  const set = (name: string, value: string | null) =>
    setSearch(
      (now) => {
        if (value) now.set(name, value)
        else now.delete(name)
        return now
      },
      { replace: true },
    )

  const numbers = useDocumentNumbers(communityId, true)
  const wish = {
    query: text,
    categoryId: categoryId ?? undefined,
    ...(view === 'withdrawn' ? { state: 'withdrawn' } : view === 'current' ? {} : { due: view }),
  }
  const query = usePages<DocumentRow>([...documentKeys(communityId).list, wish], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/documents', { path: { communityId }, query: { ...wish, cursor } }),
  )
  const file = may('documents.edit') && (
    <Button type="primary" icon={<UploadOutlined />} onClick={() => setFiling(true)}>
      归档文件
    </Button>
  )
  const countOf = (code: View) => (code === 'expiring' || code === 'expired' ? numbers.data?.[code] : undefined)

  return (
    <Page title="文件档案" about={`${name}和全公司共用的文件；只显示您的岗位可以查阅的`} actions={file}>
      <div style={{ display: 'grid', gridTemplateColumns: '240px minmax(0, 1fr)', gap: 16, alignItems: 'start' }}>
        <CategoryTree communityId={communityId} chosen={categoryId} onChoose={(id) => set('category', id)} />
        <Panel>
          <Bar>
            <Input
              prefix={<SearchOutlined />}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              placeholder="搜标题、编号、标签和正文，“整句”加引号"
              aria-label="搜索文件"
              maxLength={60}
              allowClear
              style={{ width: 320 }}
            />
            <Segmented<View>
              aria-label="到期与状态"
              value={view}
              onChange={(next) => set('view', next === 'current' ? null : next)}
              options={codesOf(views).map((code) => ({
                value: code,
                label: countOf(code) ? `${views[code]} ${countOf(code)}` : views[code],
              }))}
            />
            <span style={{ flex: 1 }} />
            <ExportButton list="documents" filters={wish} />
          </Bar>
          <Listing query={query} count={query.rows.length} empty={<Nothing text={text} view={view} action={file} />}>
            <Table
              rowKey="id"
              dataSource={query.rows}
              pagination={false}
              loading={query.isPlaceholderData}
              scroll={{ x: 820 }}
              onRow={(row) => ({ onClick: () => set('document', row.id), style: { cursor: 'pointer' } })}
              columns={[
                { title: '文件', render: (_, row) => <Title row={row} onOpen={() => set('document', row.id)} /> },
                { title: '分类', width: 120, dataIndex: 'categoryName' },
                { title: '有效期', width: 190, render: (_, row) => <DueTag document={row} /> },
                { title: '版本', width: 70, render: (_, row) => `第 ${row.currentVersion} 版` },
                { title: '更新', width: 110, render: (_, row) => <TimeText at={row.updatedAt} /> },
              ]}
            />
          </Listing>
        </Panel>
      </div>
      {filing && (
        <FilingDrawer
          categoryId={categoryId}
          onClose={() => setFiling(false)}
          onFiled={({ id }) => {
            setFiling(false)
            set('document', id)
          }}
        />
      )}
      {opened && <DocumentDrawer key={opened} communityId={communityId} id={opened} onClose={() => set('document', null)} />}
    </Page>
  )
}

function Title({ row, onOpen }: { row: DocumentRow; onOpen: () => void }) {
  return (
    <>
      <Button
        type="link"
        style={{ height: 'auto', padding: 0, fontWeight: 600, whiteSpace: 'normal', textAlign: 'start' }}
        onClick={onOpen}
      >
        <span>
          <Marked parts={row.titleParts} />
        </span>
      </Button>
      <div style={{ color: 'var(--secondary)', fontSize: 13 }}>
        {[row.number, row.ending.toUpperCase(), row.companyWide && '全公司', ...row.tags].filter(Boolean).join(' · ')}{' '}
        {(row.textState === 'failed' || row.textState === 'pending') && <TextTag state={row.textState} />}
      </div>
      {row.snippet.length > 0 && (
        <div style={{ fontSize: 13 }}>
          …<Marked parts={row.snippet} />…
        </div>
      )}
    </>
  )
}

function Nothing({ text, view, action }: { text: string; view: View; action: React.ReactNode }) {
  if (text) return <EmptyPlace title={`没有找到“${text}”`} hint="换一个说法，或去掉引号再试；您的岗位不能查阅的文件不会出现。" />
  if (view !== 'current') return <EmptyPlace title={`没有${views[view]}的文件`} />
  return <EmptyPlace title="这里还没有文件" hint="把合同、制度、图纸和证照归档，到期会提醒责任岗位。" action={action} />
}
