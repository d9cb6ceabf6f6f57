import { ApiProblem } from '@yinuo/api-client'
import { mayHaveArrived, sentenceOf } from '../session/failure.ts'
import type { WaitingPhoto } from './waiting.ts'

/** Something said in a conversation that the server has not answered yet. */
export interface Saying {
  /** idempotency key: repeated as it is until answered */
  key: string
  communityId: string
  /** a resident speaks about a home, the office within a conversation */
  from: { unitId: string } | { conversationId: string }
  text: string
  photos: WaitingPhoto[]
  madeAt: string
  /** Why the server did not take it, in one sentence. */
  refusal: string | null
}

interface Ports {
  load: () => readonly Saying[]
  save: (queue: readonly Saying[]) => void
  send: (saying: Saying, fileIds: string[]) => Promise<unknown>
  sendPhoto: (photo: WaitingPhoto, communityId: string) => Promise<{ id: string }>
  dropPhoto: (path: string) => Promise<void>
}

/** Sends what was said, in order; nothing leaves the phone's memory before the server has answered. */
export function createSayings(ports: Ports) {
  let queue = ports.load()
  let flushing: Promise<void> | null = null
  const keep = (next: readonly Saying[]) => {
    queue = next
    ports.save(next)
  }
  const change = (key: string, part: Partial<Saying>) =>
    keep(queue.map((saying) => (saying.key === key ? { ...saying, ...part } : saying)))
  const now = (key: string) => queue.find((saying) => saying.key === key)

  /** True when there is reason to go on with the next one. */
  const deliver = async (key: string): Promise<boolean> => {
    try {
      for (const photo of now(key)?.photos ?? []) {
        if (photo.fileId) continue
        const { id } = await ports.sendPhoto(photo, now(key)!.communityId)
        change(key, { photos: now(key)!.photos.map((each) => (each.key === photo.key ? { ...each, fileId: id } : each)) })
      }
      const ready = now(key)
      // Taken back by who said it while its pictures were on their way.
      if (!ready) return true
      await ports.send(
        ready,
        ready.photos.map(({ fileId }) => fileId!),
      )
      keep(queue.filter((saying) => saying.key !== key))
      for (const photo of ready.photos) await ports.dropPhoto(photo.path)
      return true
    } catch (failure) {
      const isLost = !(failure instanceof ApiProblem) || mayHaveArrived(failure)
      if (isLost || failure.status === 401 || failure.status === 429) return false
      change(key, { refusal: sentenceOf(failure) })
      return true
    }
  }

  const run = async () => {
    for (let next = unsent(queue); next; next = unsent(queue)) if (!(await deliver(next.key))) return
  }
  const flush = () => {
    flushing ??= run().finally(() => {
      flushing = null
    })
    return flushing
  }
  return {
    async add(saying: Saying) {
      keep([...queue, saying])
      await flush()
      // A run that was about to end may not have seen the new one.
      if (now(saying.key)?.refusal === null) await flush()
    },
    flush,
    /** A new attempt of what was refused, under a new key. */
    async again(key: string, newKey: string) {
      change(key, { key: newKey, refusal: null })
      await flush()
    },
    takeBack(key: string) {
      for (const photo of now(key)?.photos ?? []) void ports.dropPhoto(photo.path)
      keep(queue.filter((saying) => saying.key !== key))
    },
  }
}

const unsent = (queue: readonly Saying[]) => queue.find(({ refusal }) => refusal === null) ?? null
