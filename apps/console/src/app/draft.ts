import { useCallback, useState } from 'react'

/**
 * What was typed, kept in this tab over reloads and lost sessions. Not in localStorage: a front desk's computer is shared,
 * and a draft names residents.
 */
export function useDraft<T>(name: string, fresh: T): [T, (next: T) => void, () => void] {
  const key = `yinuo.draft.${name}`
  const [draft, setDraft] = useState<T>(() => read(key) ?? fresh)
  const keep = useCallback(
    (next: T) => {
      sessionStorage.setItem(key, JSON.stringify(next))
      setDraft(next)
    },
    [key],
  )
  const forget = useCallback(() => {
    sessionStorage.removeItem(key)
    setDraft(fresh)
  }, [key, fresh])
  return [draft, keep, forget]
}

function read<T>(key: string): T | undefined {
  try {
    const kept = sessionStorage.getItem(key)
    return kept ? (JSON.parse(kept) as T) : undefined
  } catch {
    return undefined
  }
}
