import type { ImportBatch, ImportMode } from '@yinuo/contracts'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { figure, goodRows, sentenceOfCounts } from './batch-words.ts'
import { CountsTable } from './counts-table.tsx'
import { useShowBatch } from './queries.ts'

/** What importing would do, and the choice between all and the good rows. */
export function Choice({ batch }: { batch: ImportBatch }) {
  const { communityId } = useCommunity()
  const show = useShowBatch()
  const good = goodRows(batch)
  const faulty = batch.rowsFaulty ?? 0
  const [mode, setMode] = useState<ImportMode>(faulty > 0 ? 'good' : 'all')
  const { submit, busy, failure } = useSubmit(
    (body: { mode: ImportMode; version: number }, idempotencyKey) =>
      call('POST /communities/{communityId}/imports/{id}/apply', { path: { communityId, id: batch.id }, body, idempotencyKey }),
    show,
  )
  if (good === 0)
    return (
      <Panel title="没有可以导入的行" padded>
        请下载标注结果的原表，按“原因”一列改正后重新上传。
      </Panel>
    )
  const chosen = faulty > 0 ? mode : 'all'
  const isStopped = chosen === 'all' && faulty > 0
  return (
    <Panel title={batch.expected ? `导入后：${sentenceOfCounts(batch.expected)}` : '确认导入'} padded>
      <div style={{ display: 'grid', gap: 16, justifyItems: 'start' }}>
        {batch.expected && <CountsTable counts={batch.expected} />}
        {faulty > 0 && (
          <Radio.Group
            value={mode}
            onChange={({ target }) => setMode(target.value as ImportMode)}
            style={{ display: 'grid', gap: 8 }}
            options={[
              { value: 'good', label: `只导入正确的 ${figure(good)} 行，有错的 ${figure(faulty)} 行改正后再导` },
              { value: 'all', label: `全部导入：有 ${figure(faulty)} 行有错，一行也不写入，改正后重新上传` },
            ]}
          />
        )}
        <Refusal failure={failure} />
        <Button
          type="primary"
          size="large"
          loading={busy}
          disabled={isStopped}
          onClick={() => void submit({ mode: chosen, version: batch.version })}
        >
          {isStopped ? '有错，不能全部导入' : `导入 ${figure(good)} 行`}
        </Button>
      </div>
    </Panel>
  )
}
