import type { SignedIn } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { signedIn } from '../session/session-store.ts'

/** Lets somebody in. The same person goes on where they were; another one starts fresh and sees nothing of the first. */
export function useEnter(): (session: SignedIn) => void {
  const queries = useQueryClient()
  return useCallback(
    (session: SignedIn) => {
      const another = signedIn(session)
      if (another) {
        sessionStorage.clear()
        location.assign('/')
      } else {
        void queries.invalidateQueries()
      }
    },
    [queries],
  )
}
