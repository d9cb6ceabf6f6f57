import { importedKinds, type ImportBatch, type ImportLeftover } from '@yinuo/contracts'
import { Alert, App, Button, Result, Table } from 'antd'
import { Link } from 'react-router'
import { call, callUntil } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { newKey } from '../../app/idempotency.ts'
import { usePages } from '../../app/queries.ts'
import { Listing } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { sentenceOf } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { differencesIn, figure, sentenceOfCounts } from './batch-words.ts'
import { CountsTable } from './counts-table.tsx'
import { importsKey, useShowBatch } from './queries.ts'

/** What was written, or taken back. */
export function Outcome({ batch }: { batch: ImportBatch }) {
  return batch.state === 'undone' ? <Undone batch={batch} /> : <Applied batch={batch} />
}

function Applied({ batch }: { batch: ImportBatch }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const differences = differencesIn(batch)
  return (
    <Panel padded>
      <Result
        status="success"
        title="已写入档案"
        subTitle={
          <>
            {batch.counts && sentenceOfCounts(batch.counts)}
            {batch.rowsFaulty ? `；有错的 ${figure(batch.rowsFaulty)} 行没有导入` : ''}
            {batch.appliedAt && (
              <div>
                {batch.appliedByName}，<TimeText at={batch.appliedAt} />
              </div>
            )}
          </>
        }
        extra={[
          may('archive.read') && (
            <Link key="archive" to={`/c/${communityId}/archive`}>
              <Button type="primary">查看房屋住户</Button>
            </Link>
          ),
          batch.undoableUntil && <UndoButton key="undo" batch={batch} until={batch.undoableUntil} />,
        ]}
      />
      {differences.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="检查之后档案有变动，实际写入与检查时不同"
          description={differences.join('；')}
          style={{ marginBottom: 16 }}
        />
      )}
      {batch.counts && <CountsTable counts={batch.counts} />}
    </Panel>
  )
}

function UndoButton({ batch, until }: { batch: ImportBatch; until: string }) {
  const { communityId } = useCommunity()
  const { message, modal } = App.useApp()
  const show = useShowBatch()
  const ask = () =>
    modal.confirm({
      title: '撤销这次导入？',
      content:
        '新增的房屋、住户等会移除，更新过的恢复原样。导入之后有人修改或使用过的（有工单、已绑定微信等）保留不动，并逐条列出。撤销只能做一次。',
      okText: '撤销导入',
      okButtonProps: { danger: true },
      onOk: () =>
        call('POST /communities/{communityId}/imports/{id}/undo', {
          path: { communityId, id: batch.id },
          body: { version: batch.version },
          idempotencyKey: newKey(),
        }).then(show, (failure) => void message.error(sentenceOf(failure))),
    })
  return (
    <span style={{ display: 'inline-grid', justifyItems: 'center' }}>
      <Button danger onClick={ask}>
        撤销这次导入
      </Button>
      <span style={{ color: 'var(--secondary)', fontSize: 12 }}>
        <TimeText at={until} /> 前可以撤销
      </span>
    </span>
  )
}

function Undone({ batch }: { batch: ImportBatch }) {
  const { removed = 0, restored = 0, left = 0 } = batch.undone ?? {}
  return (
    <>
      <Panel padded>
        <Result
          status={left > 0 ? 'warning' : 'success'}
          title="已撤销"
          subTitle={
            <>
              移除 {figure(removed)} 条，恢复 {figure(restored)} 条
              {left > 0 && `，保留 ${figure(left)} 条（导入之后有人修改或使用过）`}
              {batch.undoneAt && (
                <div>
                  {batch.undoneByName}，<TimeText at={batch.undoneAt} />
                </div>
              )}
            </>
          }
        />
      </Panel>
      {left > 0 && <LeftoverList batch={batch} />}
    </>
  )
}

function LeftoverList({ batch: { id } }: { batch: ImportBatch }) {
  const { communityId } = useCommunity()
  const query = usePages<ImportLeftover>([...importsKey(communityId), id, 'leftovers'], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/imports/{id}/leftovers', { path: { communityId, id }, query: { cursor } }),
  )
  return (
    <Panel title="保留不动的">
      <div style={{ height: 10 }} />
      <Listing query={query} count={query.rows.length}>
        <Table
          rowKey="id"
          size="small"
          dataSource={query.rows}
          pagination={false}
          columns={[
            { title: '种类', width: 120, render: (_, { kind }) => importedKinds[kind] },
            { title: '名称', dataIndex: 'label' },
            { title: '原因', dataIndex: 'reason' },
          ]}
        />
      </Listing>
    </Panel>
  )
}
