import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What survives a restart. Each part knows how to write itself down and to read itself back. */
export interface Kept {
  snapshot(): unknown
  restore(written: never): void
}

/** Writes are collected, and each replaces the file whole: a kill in the middle leaves the older file. */
export class StateFile {
  #path: string | undefined
  #parts: Record<string, Kept>
  #written: Record<string, unknown> = {}
  #running: Promise<void> | undefined
  #again = false

  constructor(path: string | undefined, parts: Record<string, Kept>) {
    this.#path = path
    this.#parts = parts
  }

  load(): void {
    if (!this.#path || !existsSync(this.#path)) return
    this.#written = readWritten(this.#path)
    for (const [name, part] of Object.entries(this.#parts)) this.#restore(name, part)
  }

  /** A part that comes into being after the others. */
  keep(name: string, part: Kept): void {
    this.#parts[name] = part
    this.#restore(name, part)
  }

  #restore(name: string, part: Kept): void {
    if (this.#written[name] !== undefined) part.restore(this.#written[name] as never)
  }

  save(): Promise<void> {
    if (!this.#path) return Promise.resolve()
    if (this.#running) {
      this.#again = true
      return this.#running
    }
    this.#running = this.#write(this.#path).finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #write(path: string): Promise<void> {
    do {
      this.#again = false
      const snapshot: Record<string, unknown> = {}
      for (const [name, part] of Object.entries(this.#parts)) snapshot[name] = part.snapshot()
      mkdirSync(dirname(path), { recursive: true })
      const file = await open(`${path}.part`, 'w')
      try {
        await file.writeFile(JSON.stringify(snapshot))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${path}.part`, path)
    } while (this.#again)
  }
}

function readWritten(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  } catch {
    // A damaged file must not keep the sandbox from starting; it is set aside, not lost.
    const damaged = `${path}.damaged`
    renameSync(path, damaged)
    writeFileSync(`${path}.note`, `${damaged} could not be read; started empty\n`)
    return {}
  }
}
