import type { Clock } from '../state/clock.ts'
import { WechatError } from '../wechat-error.ts'

export interface MadeCode {
  id: string
  page: string
  scene: string
  /** what stands under it on the desk, when somebody has said so */
  label: string | null
  madeAt: string
}

const sceneAlphabet = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const kept = 60

/** The mini-program codes made so far, most recent last. */
export class MadeCodes {
  #clock: Clock
  #codes = new Map<string, MadeCode>()
  #published: ReadonlySet<string>

  constructor(clock: Clock, publishedPages: readonly string[]) {
    this.#clock = clock
    this.#published = new Set(publishedPages)
  }

  make(page: string, scene: string, label: string | null = null): MadeCode {
    const id = Buffer.from(`${page}?${scene}`).toString('base64url')
    const before = this.#codes.get(id)
    const code: MadeCode = { id, page, scene, label: label ?? before?.label ?? null, madeAt: this.#clock.iso() }
    this.#codes.delete(id)
    this.#codes.set(id, code)
    while (this.#codes.size > kept) this.#codes.delete(this.#codes.keys().next().value as string)
    return code
  }

  recent(): MadeCode[] {
    return [...this.#codes.values()].reverse()
  }

  byId(id: string): MadeCode | undefined {
    return this.#codes.get(id)
  }

  byPath(path: string): MadeCode | undefined {
    return this.recent().find((code) => openingPath(code.page, code.scene) === path)
  }

  isPublished(page: string): boolean {
    return this.#published.has(page)
  }

  snapshot(): MadeCode[] {
    return [...this.#codes.values()]
  }

  restore(written: MadeCode[]): void {
    for (const code of written) this.#codes.set(code.id, code)
  }
}

export function checkedScene(scene: unknown): string {
  if (typeof scene !== 'string' || !sceneAlphabet.test(scene)) throw new WechatError(40169)
  return scene
}

/** What the picture says. The phone of the sandbox reads it back with pathOf. */
export function codeUrl(appId: string, page: string, scene: string): string {
  return `https://mp.sandbox/a/${appId}?page=${encodeURIComponent(page)}&scene=${encodeURIComponent(scene)}`
}

/** The page a scanned text opens; null when it is not one of our codes. */
export function pathOf(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const page = url.searchParams.get('page')
  if (url.hostname !== 'mp.sandbox' || !page) return null
  return openingPath(page, url.searchParams.get('scene') ?? '')
}

export function openingPath(page: string, scene: string): string {
  return `${page}?scene=${encodeURIComponent(scene)}`
}
