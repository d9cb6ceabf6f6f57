import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import type { ByteRange } from '../rules/range.ts'
import { FileMissing, type FileStore } from './file-store.ts'

/** Files in a folder of this machine: for one server, and for development. */
export class LocalFiles implements FileStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = resolve(folder)
  }

  async put(key: string, path: string): Promise<void> {
    const target = this.#pathOf(key)
    const unfinished = `${target}.part`
    await mkdir(dirname(target), { recursive: true })
    await copyFile(path, unfinished)
    const handle = await open(unfinished, 'r+')
    await handle.sync().finally(() => handle.close())
    await rename(unfinished, target)
  }

  async read(key: string, range: ByteRange | null): Promise<{ stream: Readable; bytes: number }> {
    const handle = await open(this.#pathOf(key), 'r').catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new FileMissing(key) : error
    })
    const { size } = await handle.stat()
    const stream = createReadStream('', { fd: handle, ...(range ? { start: range.from, end: range.to } : {}) })
    return { stream, bytes: size }
  }

  async remove(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true })
  }

  #pathOf(key: string): string {
    const path = resolve(this.#folder, key)
    if (!path.startsWith(this.#folder + sep)) throw new Error('a file key may not leave its folder')
    return path
  }
}
