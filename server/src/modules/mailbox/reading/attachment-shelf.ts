import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { letterLimits } from '@yinuo/contracts'
import type { AttachmentStream } from 'mailparser'
import { cleanLine } from '../rules/index.ts'

/** Smaller pictures within a page are signatures, spacers and counters of readers. */
const DECORATION_BYTES = 10 * 1024
const MOST_NAMED = 40

export interface ReadAttachment {
  name: string
  bytes: number
  /** where it lies; null: it was left out */
  path: string | null
  /** why it was left out */
  left: string | null
}

/** Puts the attachments of one letter on disk as they come, those that may be kept; of the others it keeps the name. */
export class AttachmentShelf {
  readonly attachments: ReadAttachment[] = []
  readonly #folder: string
  /** an attachment is being read */
  isTaking = false

  constructor(folder: string) {
    this.#folder = folder
  }

  async put(part: AttachmentStream): Promise<void> {
    this.isTaking = true
    try {
      const name = cleanLine((part.filename ?? '').replace(/^.*[\\/]/, ''), 120) || '未命名'
      const left = reasonToLeave(name, this.attachments)
      const path = left ? null : join(this.#folder, `attachment-${this.attachments.length}`)
      const { bytes, isTooLarge } = await receive(part, path)
      if (this.attachments.length < MOST_NAMED)
        this.attachments.push(await this.#judged({ name, bytes, path, left }, isTooLarge, part))
    } finally {
      this.isTaking = false
    }
  }

  async #judged(attachment: ReadAttachment, isTooLarge: boolean, { related }: AttachmentStream): Promise<ReadAttachment> {
    const { path, bytes } = attachment
    const left = isTooLarge
      ? '超过 10 MB，没有收取，原件在邮箱里'
      : bytes === 0
        ? '是空的'
        : related && bytes < DECORATION_BYTES
          ? '签名或装饰图片'
          : null
    if (!path || !left) return attachment
    await rm(path, { force: true })
    return { ...attachment, path: null, left }
  }
}

function reasonToLeave(name: string, before: readonly ReadAttachment[]): string | null {
  if (/^winmail\.dat$/i.test(name)) return 'Outlook 专用格式，打不开；请对方改发普通附件'
  if (!/\.(jpe?g|png|webp|pdf)$/i.test(name)) return '只收取 JPG、PNG 和 PDF'
  if (before.filter(({ path }) => path).length >= letterLimits.files) return `一封邮件最多收取 ${letterLimits.files} 个附件`
  return null
}

/** The whole stream is read in any case: the letter goes on behind it. */
async function receive(part: AttachmentStream, path: string | null): Promise<{ bytes: number; isTooLarge: boolean }> {
  const content = part.content as unknown as Readable
  let bytes = 0
  let isTooLarge = false
  const measured = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      bytes += piece.length
      if (bytes > letterLimits.fileBytes) isTooLarge = true
      else yield piece
    }
  }
  if (path) await pipeline(content, measured, createWriteStream(path))
  else for await (const piece of content as AsyncIterable<Buffer>) bytes += piece.length
  return { bytes, isTooLarge }
}
