import type { Readable } from 'node:stream'
import type { ByteRange } from '../rules/range.ts'

/** Where the bytes of files are kept. Keys are made by us: `<community>/<file>.<ending>`. */
export interface FileStore {
  /** Keeps the file at `path` under `key`; once it returns, all of it is kept. */
  put(key: string, path: string, contentType: string): Promise<void>
  /** @throws FileMissing */
  read(key: string, range: ByteRange | null): Promise<{ stream: Readable; bytes: number }>
  remove(key: string): Promise<void>
}

export const FILE_STORE = Symbol('file store')

export class FileMissing extends Error {
  constructor(key: string) {
    super(`nothing is kept under ${key}`)
  }
}
