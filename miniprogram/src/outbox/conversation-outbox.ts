import { sendFile } from '../photos/send-file.ts'
import { platform } from '../platform'
import { call } from '../session/session.ts'
import { createStore } from '../session/store.ts'
import { createSayings } from './sayings.ts'
import type { Saying } from './sayings.ts'
import type { WaitingPhoto } from './waiting.ts'

const keptAs = 'sayings'

export const sayingsStore = createStore<{ queue: readonly Saying[] }>({ queue: platform.read<Saying[]>(keptAs) ?? [] })

const sayings = createSayings({
  load: () => sayingsStore.get().queue,
  save(queue) {
    platform.write(keptAs, queue)
    sayingsStore.set({ queue })
  },
  send({ key, communityId, from, text }, fileIds) {
    const said = { ...(text ? { text } : {}), fileIds }
    if ('unitId' in from)
      return call('POST /communities/{communityId}/conversations', {
        path: { communityId },
        body: { ...said, unitId: from.unitId },
        idempotencyKey: key,
      })
    return call('POST /communities/{communityId}/conversations/{id}/reply', {
      path: { communityId, id: from.conversationId },
      body: said,
      idempotencyKey: key,
    })
  },
  sendPhoto: (photo, communityId) => sendFile({ ...photo, communityId }),
  dropPhoto: (path) => platform.dropFile(path),
})

/** Says something: at once when the server can be reached, else as soon as it can. */
export function say(communityId: string, from: Saying['from'], text: string, photos: WaitingPhoto[]): Promise<void> {
  return sayings.add({
    key: platform.uuid(),
    communityId,
    from,
    text,
    photos,
    madeAt: new Date().toISOString(),
    refusal: null,
  })
}

export const sayAgain = (key: string) => sayings.again(key, platform.uuid())
export const takeBack = (key: string) => sayings.takeBack(key)

/** Goes on with what an earlier visit left, now and whenever the connection is back. */
export function keepSaying(): void {
  void sayings.flush()
  platform.onOnline(() => void sayings.flush())
}
