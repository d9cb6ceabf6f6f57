import type { PickedFile } from '../platform/port.ts'

/** A photo on its way: kept on the phone until the server has it. `key` makes a repeated sending the same file. */
export interface Photo {
  key: string
  path: string
  kind: PickedFile['kind']
  state: 'sending' | 'sent' | 'failed'
  percent: number
  fileId: string | null
  /** why it failed, when a retry cannot help */
  refusal: string | null
}

export function startedPhoto(key: string, path: string, kind: PickedFile['kind']): Photo {
  return { key, path, kind, state: 'sending', percent: 0, fileId: null, refusal: null }
}

export function changedPhoto(photos: readonly Photo[], key: string, change: Partial<Photo>): Photo[] {
  return photos.map((photo) => (photo.key === key ? { ...photo, ...change } : photo))
}

/** After a kill nothing is on its way any more. */
export function restoredPhotos(photos: readonly Photo[]): Photo[] {
  return photos.map((photo) => (photo.state === 'sending' ? { ...photo, state: 'failed', percent: 0 } : photo))
}

export function isAllSent(photos: readonly Photo[]): boolean {
  return photos.every((photo) => photo.state === 'sent')
}

export function sentIds(photos: readonly Photo[]): string[] {
  return photos.flatMap((photo) => (photo.fileId ? [photo.fileId] : []))
}
