import type { Paged } from '../session/paged.ts'
import { ActionButton } from './button.tsx'

/** At the end of a list that has more. */
export function MoreButton({ of: { more, moreFailed, loadingMore, loadMore } }: { of: Omit<Paged<unknown>, 'first' | 'items'> }) {
  if (!more) return null
  return (
    <ActionButton
      text={moreFailed ? '没能加载，点此重试' : '加载更多'}
      kind="quiet"
      busy={loadingMore}
      onTap={() => void loadMore()}
    />
  )
}
