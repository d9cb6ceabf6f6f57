import { importStages, importStates, type ImportBatch } from '@yinuo/contracts'
import { Progress } from 'antd'
import { Panel } from '../../elements/page.tsx'
import { figure } from './batch-words.ts'

/** How far the server is. Leaving the page does not stop it. */
export function Working({ batch }: { batch: ImportBatch }) {
  const { state, stage, rowsDone, rowsTotal } = batch
  const word = stage ? importStages[stage] : importStates[state]
  return (
    <Panel padded>
      <div role="status" aria-live="polite" style={{ display: 'grid', gap: 8, padding: '8px 0' }}>
        <strong style={{ fontWeight: 600 }}>
          {importStates[state]}：{word}
          {stage === 'reading' && rowsTotal ? `，${figure(rowsDone)} / ${figure(rowsTotal)} 行` : ''}
        </strong>
        <Progress percent={percentOf(batch)} status="active" showInfo={stage === 'reading'} aria-label={word} />
        <span style={{ color: 'var(--secondary)' }}>可以离开这个页面，不会中断。</span>
      </div>
    </Panel>
  )
}

/** Reading is most of the work; before and after it there is nothing to be counted. */
function percentOf({ stage, rowsDone, rowsTotal }: ImportBatch): number {
  if (stage === 'reading' && rowsTotal) return Math.round(10 + (rowsDone / rowsTotal) * 70)
  return { waiting: 2, opening: 6, reading: 10, comparing: 85, writing: 90, restoring: 50 }[stage ?? 'waiting']
}
