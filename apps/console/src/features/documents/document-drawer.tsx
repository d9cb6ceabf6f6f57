import type { DocumentView, DocumentVersion } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Descriptions, Drawer, Popconfirm, Skeleton, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useSubmit } from '../../app/submit.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { AccessDrawer, EditDrawer, VersionDrawer, WithdrawDrawer } from './change-drawer.tsx'
import { DueTag, TextTag } from './marks.tsx'
import { DownloadButton, Preview } from './preview.tsx'
import { documentKeys, useDocument, useLearnDocument, usePosts } from './queries.ts'
import { sizeText } from './words.ts'

const changes = { edit: EditDrawer, version: VersionDrawer, access: AccessDrawer, withdraw: WithdrawDrawer }

/** One document: its file, what is known of it, its versions, and what may be done with it. */
export function DocumentDrawer({ communityId, id, onClose }: { communityId: string; id: string; onClose: () => void }) {
  const query = useDocument(communityId, id)
  const queries = useQueryClient()
  const [change, setChange] = useState<keyof typeof changes | null>(null)
  const document = query.data
  const Change = change && changes[change]
  const reload = () => {
    void queries.invalidateQueries({ queryKey: documentKeys(communityId).one(id) })
    setChange(null)
  }
  return (
    <Drawer
      open
      onClose={onClose}
      size={760}
      title={document?.title ?? '文件'}
      extra={document?.mayEdit && <Actions communityId={communityId} document={document} onChange={setChange} />}
    >
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active />}
      {document && (
        <>
          {document.state === 'withdrawn' && (
            <Alert type="warning" showIcon title={`已撤回：${document.withdrawnBecause}`} style={{ marginBottom: 12 }} />
          )}
          <Tabs
            items={[
              {
                key: 'file',
                label: '文件',
                children: <Preview communityId={communityId} id={id} version={document.versions[0]!} />,
              },
              { key: 'facts', label: '资料', children: <Facts document={document} /> },
              {
                key: 'versions',
                label: `版本（${document.versions.length}）`,
                children: <Versions communityId={communityId} document={document} />,
              },
            ]}
            tabBarExtraContent={<DownloadButton communityId={communityId} id={id} number={document.currentVersion} />}
          />
        </>
      )}
      {document && Change && <Change document={document} onReload={reload} onClose={() => setChange(null)} />}
    </Drawer>
  )
}

function Actions({
  communityId,
  document,
  onChange,
}: {
  communityId: string
  document: DocumentView
  onChange: (change: keyof typeof changes) => void
}) {
  const { message } = App.useApp()
  const learn = useLearnDocument(communityId)
  const { id, version } = document
  const reinstating = useSubmit(
    (body: { version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/documents/{id}/reinstate', { path: { communityId, id }, body, idempotencyKey }),
    (reinstated) => {
      learn(reinstated)
      message.success('已恢复')
    },
  )
  if (document.state === 'withdrawn')
    return (
      <>
        <Refusal failure={reinstating.failure} />
        <Button type="primary" loading={reinstating.busy} onClick={() => reinstating.submit({ version })}>
          恢复
        </Button>
      </>
    )
  return (
    <span style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      <Button onClick={() => onChange('version')}>上传新版本</Button>
      <Button onClick={() => onChange('edit')}>编辑资料</Button>
      <Button onClick={() => onChange('access')}>查阅范围</Button>
      <Button danger onClick={() => onChange('withdraw')}>
        撤回
      </Button>
    </span>
  )
}

function Facts({ document }: { document: DocumentView }) {
  const posts = usePosts()
  const namesOf = (ids: readonly string[]) =>
    ids.map((id) => posts.data?.find((post) => post.id === id)?.name ?? '其他岗位').join('、') || '不限岗位'
  const rows: [string, React.ReactNode][] = [
    ['编号', document.number || '—'],
    ['分类', document.categoryName],
    ['范围', document.companyWide ? '全公司' : '本小区'],
    ['标签', document.tags.length > 0 ? document.tags.map((tag) => <Tag key={tag}>{tag}</Tag>) : '—'],
    ['有效期', <DueTag key="due" document={document} />],
    ['复核日期', document.reviewBy ?? '—'],
    ['责任岗位', document.ownerPostName ? `${document.ownerPostName}，提前 ${document.remindDays} 天提醒` : '—'],
    ['可查阅', namesOf(document.readerPosts)],
    ['可维护', namesOf(document.editorPosts)],
    ['全文', <TextTag key="text" state={document.textState} />],
    ['归档时间', <TimeText key="at" at={document.createdAt} />],
  ]
  return (
    <Descriptions
      column={1}
      size="small"
      styles={{ label: { width: 88 } }}
      items={rows.map(([label, children]) => ({ key: label, label, children }))}
    />
  )
}

function Versions({ communityId, document }: { communityId: string; document: DocumentView }) {
  const { message } = App.useApp()
  const learn = useLearnDocument(communityId)
  const { id, version } = document
  const restoring = useSubmit(
    (body: { number: number; version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/documents/{id}/restore-version', {
        path: { communityId, id },
        body,
        idempotencyKey,
      }),
    (restored) => {
      learn(restored)
      message.success(`已恢复为第 ${restored.currentVersion} 版`)
    },
  )
  const restorable = (each: DocumentVersion) =>
    document.mayEdit && document.state === 'current' && each.number !== document.currentVersion
  return (
    <>
      <Refusal failure={restoring.failure} />
      {document.versions.map((each) => (
        <section key={each.number} style={{ display: 'flex', gap: 12, padding: '10px 0', borderBottom: '1px solid var(--line)' }}>
          <strong style={{ width: 64, fontWeight: 600 }}>
            第 {each.number} 版
            {each.number === document.currentVersion && (
              <small style={{ display: 'block', color: 'var(--brand)', fontWeight: 400 }}>当前</small>
            )}
          </strong>
          <div style={{ flex: 1, minWidth: 0 }}>
            <div style={{ overflowWrap: 'anywhere' }}>
              {each.fileName}（{sizeText(each.bytes)}）
            </div>
            {each.note && <div>{each.note}</div>}
            <small style={{ color: 'var(--secondary)', overflowWrap: 'anywhere' }}>
              {each.uploadedByName} · <TimeText at={each.uploadedAt} /> · SHA-256 {each.sha256.slice(0, 16)}…
            </small>
          </div>
          <span style={{ display: 'flex', gap: 8 }}>
            <DownloadButton communityId={communityId} id={id} number={each.number} />
            {restorable(each) && (
              <Popconfirm
                title={`把第 ${each.number} 版恢复为最新版？`}
                description="会作为新版本加在最上面，其他版本不变。"
                onConfirm={() => restoring.submit({ number: each.number, version })}
              >
                <Button size="small">恢复</Button>
              </Popconfirm>
            )}
          </span>
        </section>
      ))}
    </>
  )
}
