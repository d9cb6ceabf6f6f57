import type { FileKind } from '@yinuo/contracts'

export interface Content {
  kind: FileKind
  contentType: string
}

const photos = new Set(['image/jpeg', 'image/png', 'image/webp'])
const videos = new Map([
  ['video/mp4', 'video/mp4'],
  ['video/x-m4v', 'video/mp4'],
  ['video/quicktime', 'video/quicktime'],
])
const heic = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'])

/** What a file is by its content, whatever its name or the sender says. Photos are always kept as JPEG. */
export function kindOfContent(sniffed: string | undefined): Content | 'heic' | 'refused' {
  if (sniffed === undefined) return 'refused'
  if (photos.has(sniffed)) return { kind: 'photo', contentType: 'image/jpeg' }
  if (heic.has(sniffed)) return 'heic'
  const video = videos.get(sniffed)
  return video ? { kind: 'video', contentType: video } : 'refused'
}
