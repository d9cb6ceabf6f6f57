import { DownloadOutlined } from '@ant-design/icons'
import { importStates, type ImportBatch } from '@yinuo/contracts'
import { Button, Table } from 'antd'
import { Link, useNavigate } from 'react-router'
import { callUntil } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { figure, sentenceOfCounts, spokenSize, tones } from './batch-words.ts'
import { useTemplate } from './downloads.ts'
import { importsKey, isWorking } from './queries.ts'
import { UploadPanel } from './upload-panel.tsx'

export function ImportsPage() {
  const { communityId } = useCommunity()
  const navigate = useNavigate()
  const template = useTemplate()
  const query = usePages<ImportBatch>([...importsKey(communityId), 'list'], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/imports', { path: { communityId }, query: { cursor } }),
  )
  return (
    <Page
      title="档案导入"
      about="用 Excel 一次录入楼栋、房屋、住户、车位和车辆。同一份表可以反复导入：有变化的更新，没有的增加，从不删除。"
      actions={
        <Button icon={<DownloadOutlined />} loading={template.isPending} onClick={() => template.mutate()}>
          下载模板
        </Button>
      }
    >
      <Panel padded>
        <UploadPanel onTaken={({ id }) => navigate(`/c/${communityId}/imports/${id}`)} />
      </Panel>
      <div style={{ height: 16 }} />
      <Panel title="导入记录">
        <div style={{ height: 10 }} />
        <Listing
          query={query}
          count={query.rows.length}
          empty={<EmptyPlace title="还没有导入过" hint="先下载模板填写，或直接上传现有的住户台账。" />}
        >
          <Table
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            scroll={{ x: 900 }}
            columns={[
              {
                title: '文件',
                render: (_, batch) => (
                  <>
                    <Link to={`/c/${communityId}/imports/${batch.id}`}>{batch.fileName}</Link>
                    <div style={{ color: 'var(--secondary)' }}>{spokenSize(batch.fileBytes)}</div>
                  </>
                ),
              },
              {
                title: '状态',
                width: 110,
                render: (_, batch) => <StateTag tone={tones[batch.state]}>{importStates[batch.state]}</StateTag>,
              },
              { title: '结果', render: (_, batch) => <span style={{ color: 'var(--secondary)' }}>{outcomeOf(batch)}</span> },
              { title: '操作人', width: 110, render: (_, batch) => batch.createdByName },
              { title: '时间', width: 150, render: (_, batch) => <TimeText at={batch.createdAt} /> },
            ]}
          />
        </Listing>
      </Panel>
    </Page>
  )
}

function outcomeOf(batch: ImportBatch): string {
  const { state, problem, counts, expected, undone, rowsFaulty } = batch
  if (isWorking(batch)) return '…'
  if (state === 'unreadable') return problem ?? ''
  if (state === 'undone' && undone)
    return `移除 ${figure(undone.removed)}、恢复 ${figure(undone.restored)}${undone.left > 0 ? `、保留 ${figure(undone.left)}` : ''}`
  const faulty = rowsFaulty ? `；有错 ${figure(rowsFaulty)} 行` : ''
  if (counts) return sentenceOfCounts(counts) + faulty
  return expected ? `预计${sentenceOfCounts(expected)}${faulty}` : ''
}
