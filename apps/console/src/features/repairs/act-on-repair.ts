import type { RepairAction, RepairActionBodies, RepairReceipt, RepairView } from '@yinuo/contracts'
import type { Call } from '@yinuo/api-client'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { keysOf } from '../../app/community.ts'
import { useKeyKeeper } from '../../app/idempotency.ts'

/** One action on one repair. The route is known to exist for every action; the body goes with its action. */
export function sendAction<Action extends RepairAction>(
  communityId: string,
  id: string,
  action: Action,
  body: RepairActionBodies[Action],
  idempotencyKey: string,
): Promise<RepairReceipt> {
  const send = call as (route: string, options: unknown) => ReturnType<Call>
  return send(`POST /communities/{communityId}/repairs/{id}/${action}`, {
    path: { communityId, id },
    body,
    idempotencyKey,
  }) as Promise<RepairReceipt>
}

/** Acts, remembers why it failed, and renews all screens that show the case. */
export function useAct(communityId: string, id: string) {
  const queries = useQueryClient()
  const keeper = useKeyKeeper()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const act = async <Action extends RepairAction>(action: Action, body: RepairActionBodies[Action]): Promise<boolean> => {
    setBusy(true)
    setFailure(null)
    try {
      await sendAction(communityId, id, action, body, keeper.keyFor({ action, body }))
      keeper.done()
      void queries.invalidateQueries({ queryKey: keysOf(communityId).repairs })
      return true
    } catch (refused) {
      keeper.failed(refused)
      setFailure(refused)
      return false
    } finally {
      setBusy(false)
    }
  }
  /** Answers the version that is on the screen now. */
  const reload = async (): Promise<number | undefined> => {
    const queryKey = [...keysOf(communityId).repairs, 'case', id]
    await queries.refetchQueries({ queryKey })
    setFailure(null)
    return queries.getQueryData<RepairView>(queryKey)?.version
  }
  return { act, busy, failure, reload, forget: () => setFailure(null) }
}
