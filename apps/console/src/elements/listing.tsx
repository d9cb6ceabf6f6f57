import { Button, Empty, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Refusal } from './refusal.tsx'

export interface Asking {
  isPending: boolean
  isSuccess: boolean
  isError: boolean
  error: unknown
  isFetching: boolean
  refetch: () => unknown
}

interface Growing extends Asking {
  hasNextPage?: boolean
  isFetchingNextPage?: boolean
  fetchNextPage?: () => unknown
}

/** What every list owes: loading, an error with a retry, an empty page with its first step, and more on demand. */
export function Listing({
  query,
  empty,
  count,
  children,
}: {
  query: Growing
  empty?: ReactNode
  count: number
  children: ReactNode
}) {
  if (query.isPending) return <Skeleton active paragraph={{ rows: 6 }} title={false} style={{ padding: 20 }} />
  return (
    <>
      {query.isError && (
        <div style={{ padding: '16px 16px 0' }}>
          <RetryNote query={query} />
        </div>
      )}
      {count > 0 ? children : !query.isError && empty}
      {query.hasNextPage && (
        <div style={{ padding: 16, textAlign: 'center' }}>
          <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage?.()}>
            再看 20 条
          </Button>
        </div>
      )}
    </>
  )
}

export function RetryNote({ query }: { query: Asking }) {
  return (
    <Refusal
      failure={query.error}
      action={
        <Button size="small" loading={query.isFetching} onClick={() => query.refetch()}>
          重试
        </Button>
      }
    />
  )
}

/** Says what belongs here and offers the first step. */
export function EmptyPlace({ title, hint, action }: { title: string; hint?: ReactNode; action?: ReactNode }) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      style={{ padding: '32px 16px' }}
      description={
        <>
          <div style={{ color: 'var(--ink)', fontWeight: 600 }}>{title}</div>
          {hint && <div style={{ color: 'var(--secondary)' }}>{hint}</div>}
        </>
      }
    >
      {action}
    </Empty>
  )
}
