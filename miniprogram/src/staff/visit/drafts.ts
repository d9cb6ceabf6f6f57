import type { VisitOutcome, VisitWay } from '@yinuo/contracts'
import { useState } from 'react'
import type { Photo } from '../../photos/photo.ts'
import { platform } from '../../platform'

export interface RecordDraft {
  outcome: VisitOutcome | null
  way: VisitWay
  met: string
  satisfaction: number | null
  notes: string
  photos: Photo[]
}

/** What was typed survives leaving the page and a kill of the app, until it is sent. */
export function useDraft<T extends object>(name: string, fresh: T): [T, (change: Partial<T>) => void, () => void] {
  const [draft, setDraft] = useState<T>(() => ({ ...fresh, ...platform.read<T>(name) }))
  const change = (part: Partial<T>) =>
    setDraft((before) => {
      const next = { ...before, ...part }
      platform.write(name, next)
      return next
    })
  return [draft, change, () => platform.forget(name)]
}
