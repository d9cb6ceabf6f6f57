import type { Labels } from './label.ts'

/** What may be uploaded, and how large (in bytes). */
export const fileKinds = { photo: '照片', video: '短视频' } as const satisfies Labels<string>
export type FileKind = keyof typeof fileKinds

export const fileLimits = {
  photoBytes: 10 * 1024 * 1024,
  videoBytes: 50 * 1024 * 1024,
  perRepair: 6,
} as const
