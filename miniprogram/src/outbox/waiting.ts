import type { RepairAction } from '@yinuo/contracts'

/** Something done on a repair that the server has not answered yet. Kept on the phone until it has. */
export interface Waiting {
  /** idempotency key: repeated as it is until answered */
  key: string
  communityId: string
  repairId: string
  repairNumber: string
  action: RepairAction
  /** without `version` and `fileIds` */
  body: Record<string, unknown>
  photos: WaitingPhoto[] | null
  madeAt: string
  /** the version the person saw, or the one their own earlier action left behind */
  version: number
  /** It went out at least once: it must go out again unchanged. */
  tried: boolean
  refusal: { code: string; detail: string } | null
}

export interface WaitingPhoto {
  key: string
  path: string
  kind: 'photo' | 'video'
  fileId: string | null
}

export type Queue = readonly Waiting[]

/** The first that may go: what was refused holds back only later work on its own repair. */
export function nextToSend(queue: Queue): Waiting | null {
  const held = new Set<string>()
  for (const waiting of queue) {
    if (waiting.refusal) held.add(waiting.repairId)
    else if (!held.has(waiting.repairId)) return waiting
  }
  return null
}

/** Done: later work on the same repair starts from the version this one left. */
export function answered(queue: Queue, key: string, version: number): Queue {
  const repairId = queue.find((waiting) => waiting.key === key)?.repairId
  return queue
    .filter((waiting) => waiting.key !== key)
    .map((waiting) => (waiting.repairId === repairId && !waiting.tried ? { ...waiting, version } : waiting))
}

export function changed(queue: Queue, key: string, change: Partial<Waiting>): Queue {
  return queue.map((waiting) => (waiting.key === key ? { ...waiting, ...change } : waiting))
}

export function photoSent(queue: Queue, key: string, photoKey: string, fileId: string): Queue {
  return queue.map((waiting) =>
    waiting.key === key && waiting.photos
      ? { ...waiting, photos: waiting.photos.map((photo) => (photo.key === photoKey ? { ...photo, fileId } : photo)) }
      : waiting,
  )
}

/** The person looked at the new state and wants it sent after all: a new attempt under a new key. */
export function renewed(queue: Queue, key: string, newKey: string, version: number): Queue {
  return changed(queue, key, { key: newKey, version, tried: false, refusal: null })
}

export function bodyOf({ body, photos, version }: Waiting): Record<string, unknown> {
  return { ...body, version, ...(photos ? { fileIds: photos.map((photo) => photo.fileId) } : {}) }
}

export function waitingCount(queue: Queue): number {
  return queue.filter((waiting) => !waiting.refusal).length
}

export function refusedOf(queue: Queue, repairId?: string): Waiting[] {
  return queue.filter((waiting) => waiting.refusal && (repairId === undefined || waiting.repairId === repairId))
}

/** The last thing done here that still waits, for showing the case as its worker left it. */
export function lastWaiting(queue: Queue, repairId: string): Waiting | null {
  return queue.filter((waiting) => waiting.repairId === repairId && !waiting.refusal).at(-1) ?? null
}
