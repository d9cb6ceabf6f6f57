import type { Route } from '@yinuo/api-client'
import type { RepairAction, RepairActionBodies, RepairReceipt } from '@yinuo/contracts'
import { sendFile } from '../photos/send-file.ts'
import type { PickedFile } from '../platform'
import { platform } from '../platform'
import { call } from '../session/session.ts'
import { createStore } from '../session/store.ts'
import type { Outcome } from './outbox.ts'
import { createOutbox } from './outbox.ts'
import type { Queue, Waiting } from './waiting.ts'

const keptAs = 'outbox'

export const waitingStore = createStore<{ queue: Queue }>({ queue: platform.read<Queue>(keptAs) ?? [] })

const outbox = createOutbox({
  load: () => waitingStore.get().queue,
  save(queue) {
    platform.write(keptAs, queue)
    waitingStore.set({ queue })
  },
  send: ({ action, communityId, repairId, key }, body) =>
    call(
      `POST /communities/{communityId}/repairs/{id}/${action}` as Route,
      {
        path: { communityId, id: repairId },
        body,
        idempotencyKey: key,
      } as never,
    ) as Promise<RepairReceipt>,
  sendPhoto: (photo, communityId) => sendFile({ ...photo, communityId }),
  dropPhoto: (path) => platform.dropFile(path),
})

interface Target {
  id: string
  communityId: string
  number: string
  version: number
}

/** Does something to a repair: at once when the server can be reached, else as soon as it can. */
export async function act<Action extends RepairAction>(
  repair: Target,
  action: Action,
  body: Omit<RepairActionBodies[Action], 'version' | 'fileIds'>,
  photos: readonly PickedFile[] | null = null,
): Promise<Outcome> {
  return outbox.add({
    key: platform.uuid(),
    communityId: repair.communityId,
    repairId: repair.id,
    repairNumber: repair.number,
    action,
    body: body as Record<string, unknown>,
    photos: photos?.map(({ path, kind }) => ({ key: platform.uuid(), path, kind, fileId: null })) ?? null,
    madeAt: new Date().toISOString(),
    version: repair.version,
    tried: false,
    refusal: null,
  })
}

export const flushOutbox = () => outbox.flush()
export const discard = (key: string) => outbox.discard(key)

/** Sends a refused action again, on top of what the case is now. */
export async function sendAgain(waiting: Waiting): Promise<void> {
  const { version } = await call('GET /communities/{communityId}/repairs/{id}', {
    path: { communityId: waiting.communityId, id: waiting.repairId },
  })
  await outbox.renew(waiting.key, platform.uuid(), version)
}

/** Goes on with what an earlier visit left, now and whenever the connection is back. */
export function keepSending(): void {
  void outbox.flush()
  platform.onOnline(() => void outbox.flush())
}
