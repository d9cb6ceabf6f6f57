import { ArrowLeftOutlined, DownloadOutlined } from '@ant-design/icons'
import type { ImportBatch } from '@yinuo/contracts'
import { Alert, Button, Steps } from 'antd'
import { Link, useParams } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { figure, goodRows, spokenSize } from './batch-words.ts'
import { Choice } from './choice.tsx'
import { useReport } from './downloads.ts'
import { FaultList } from './fault-list.tsx'
import { Outcome } from './outcome.tsx'
import { isWorking, useBatch } from './queries.ts'
import { Working } from './working.tsx'

/** One import from its upload to its end: what is being done, what was found, what may be done next. */
export function ImportPage() {
  const { id = '' } = useParams()
  const { communityId } = useCommunity()
  const query = useBatch(id)
  const batch = query.data
  return (
    <Page
      title={batch?.fileName ?? '档案导入'}
      about={batch && <Facts batch={batch} />}
      actions={
        <>
          {batch && <ReportButton batch={batch} />}
          <Link to={`/c/${communityId}/imports`}>
            <Button icon={<ArrowLeftOutlined />}>所有导入</Button>
          </Link>
        </>
      }
    >
      <Listing query={query} count={batch ? 1 : 0}>
        {batch && <Batch batch={batch} />}
      </Listing>
    </Page>
  )
}

function Facts({ batch }: { batch: ImportBatch }) {
  return (
    <>
      {batch.createdByName} 上传于 <TimeText at={batch.createdAt} />，{spokenSize(batch.fileBytes)}
    </>
  )
}

const stepOf: Record<ImportBatch['state'], number> = {
  checking: 0,
  unreadable: 0,
  checked: 1,
  applying: 2,
  applied: 3,
  undoing: 3,
  undone: 3,
}

function Batch({ batch }: { batch: ImportBatch }) {
  const { state, rowsRead, rowsFaulty } = batch
  const found = rowsRead !== null ? `${figure(goodRows(batch))} 行正确，${figure(rowsFaulty ?? 0)} 行有错` : undefined
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <Panel padded>
        <Steps
          current={stepOf[state]}
          status={state === 'unreadable' ? 'error' : isWorking(batch) ? 'process' : state === 'checked' ? 'process' : 'finish'}
          items={[
            { title: '检查', content: found },
            { title: '确认' },
            { title: '写入档案' },
            { title: state === 'undoing' || state === 'undone' ? '撤销' : '完成' },
          ]}
        />
      </Panel>
      {batch.problem && (
        <Alert
          type={state === 'unreadable' ? 'error' : 'warning'}
          showIcon
          title={batch.problem}
          description={state === 'unreadable' ? '档案没有任何变动。请按提示修改后重新上传。' : undefined}
        />
      )}
      {isWorking(batch) && <Working batch={batch} />}
      {state === 'checked' && <Choice batch={batch} />}
      {(state === 'applied' || state === 'undone') && <Outcome batch={batch} />}
      {batch.notes.length > 0 && (
        <Panel title="读取时注意到" padded>
          <ul style={{ margin: 0, paddingInlineStart: 18, color: 'var(--secondary)' }}>
            {batch.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Panel>
      )}
      {(batch.faults ?? 0) > 0 && !isWorking(batch) && <FaultList batch={batch} />}
    </div>
  )
}

function ReportButton({ batch }: { batch: ImportBatch }) {
  const report = useReport(batch)
  if (!batch.keepsFile || isWorking(batch) || batch.state === 'unreadable') return null
  return (
    <Button icon={<DownloadOutlined />} loading={report.isPending} onClick={() => report.mutate()}>
      下载标注结果的原表
    </Button>
  )
}
