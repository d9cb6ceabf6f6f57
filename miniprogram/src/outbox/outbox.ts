import { ApiProblem } from '@yinuo/api-client'
import { mayHaveArrived } from '../session/failure.ts'
import type { Queue, Waiting, WaitingPhoto } from './waiting.ts'
import { answered, bodyOf, changed, nextToSend, photoSent, renewed } from './waiting.ts'

interface Ports {
  load: () => Queue
  save: (queue: Queue) => void
  send: (waiting: Waiting, body: Record<string, unknown>) => Promise<{ version: number }>
  sendPhoto: (photo: WaitingPhoto, communityId: string) => Promise<{ id: string }>
  dropPhoto: (path: string) => Promise<void>
}

export type Outcome = { kind: 'sent' } | { kind: 'kept' } | { kind: 'refused'; refusal: NonNullable<Waiting['refusal']> }

export interface Outbox {
  queue: () => Queue
  add: (waiting: Waiting) => Promise<Outcome>
  flush: () => Promise<void>
  renew: (key: string, newKey: string, version: number) => Promise<void>
  discard: (key: string) => void
}

/** Sends what waits, in order, one at a time; nothing leaves the phone's memory before the server has answered. */
export function createOutbox(ports: Ports): Outbox {
  let queue = ports.load()
  let flushing: Promise<void> | null = null

  const keep = (next: Queue) => {
    queue = next
    ports.save(next)
  }

  /** True when there is reason to go on with the next one. */
  const deliver = async (waiting: Waiting): Promise<boolean> => {
    try {
      for (const photo of waiting.photos ?? []) {
        if (photo.fileId) continue
        const file = await ports.sendPhoto(photo, waiting.communityId)
        keep(photoSent(queue, waiting.key, photo.key, file.id))
      }
      keep(changed(queue, waiting.key, { tried: true }))
      const ready = queue.find(({ key }) => key === waiting.key)
      // Given up by its owner while its photos were on their way.
      if (!ready) return true
      const { version } = await ports.send(ready, bodyOf(ready))
      keep(answered(queue, waiting.key, version))
      for (const photo of waiting.photos ?? []) await ports.dropPhoto(photo.path)
      return true
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || mayHaveArrived(failure) || failure.status === 401 || failure.status === 429)
        return false
      keep(changed(queue, waiting.key, { refusal: { code: failure.code, detail: failure.detail } }))
      return true
    }
  }

  const run = async () => {
    for (let waiting = nextToSend(queue); waiting; waiting = nextToSend(queue)) {
      if (!(await deliver(waiting))) return
    }
  }

  const flush = () => {
    flushing ??= run().finally(() => {
      flushing = null
    })
    return flushing
  }

  return {
    queue: () => queue,
    async add(waiting) {
      keep([...queue, waiting])
      await flush()
      // A run that was about to end may not have seen the new one.
      if (queue.some(({ key, refusal, tried }) => key === waiting.key && !refusal && !tried)) await flush()
      const left = queue.find(({ key }) => key === waiting.key)
      if (!left) return { kind: 'sent' }
      return left.refusal ? { kind: 'refused', refusal: left.refusal } : { kind: 'kept' }
    },
    flush,
    async renew(key, newKey, version) {
      keep(renewed(queue, key, newKey, version))
      await flush()
    },
    discard(key) {
      for (const photo of queue.find((waiting) => waiting.key === key)?.photos ?? []) void ports.dropPhoto(photo.path)
      keep(queue.filter((waiting) => waiting.key !== key))
    },
  }
}
