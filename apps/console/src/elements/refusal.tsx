import { ApiProblem } from '@yinuo/api-client'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'

export const sentenceOf = (failure: unknown): string => {
  if (failure instanceof ApiProblem) return failure.detail
  return failure instanceof Error && failure.name === 'ConnectionLost' ? failure.message : '页面出了问题，请刷新后重试。'
}

export const isStale = (failure: unknown) => failure instanceof ApiProblem && failure.code === 'STALE_VERSION'

/** Why something was not done, and what to do next. Nothing typed is lost. */
export function Refusal({ failure, onReload, action }: { failure: unknown; onReload?: () => void; action?: ReactNode }) {
  const problem = failure instanceof ApiProblem ? failure : null
  // An ended session is told by the sign-in over the page.
  if (!failure || problem?.code === 'NOT_SIGNED_IN') return null
  const stale = isStale(failure)
  const notes = problem?.errors.map((error) => `${error.message}`) ?? []
  if (problem && problem.status >= 500 && problem.traceId) notes.push(`编号 ${problem.traceId}，联系我们时请提供`)
  return (
    <Alert
      role="alert"
      type={stale ? 'warning' : 'error'}
      showIcon
      title={stale ? '他人已修改' : sentenceOf(failure)}
      description={
        stale ? (
          '您填写的内容还在。请载入最新内容，核对后再提交。'
        ) : notes.length > 0 ? (
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        ) : undefined
      }
      action={
        stale && onReload ? (
          <Button size="small" onClick={onReload}>
            载入最新
          </Button>
        ) : (
          action
        )
      }
      style={{ marginBottom: 16 }}
    />
  )
}
