import type { FastifyReply } from 'fastify'
import { ProblemError } from '../../http/index.ts'
import type { ByteRange } from '../rules/range.ts'
import { FileMissing, type FileStore } from '../store/file-store.ts'

export interface FileAnswer {
  key: string
  contentType: string
  range: ByteRange | null | 'unsatisfiable'
  /** null where parts of it are not to be had */
  bytes: number | null
  disposition: string
  policy: string
  cache: string
}

/** Answers with a kept file, or the part of it that was asked for. */
export async function sendFile(reply: FastifyReply, store: FileStore, answer: FileAnswer): Promise<void> {
  const { key, range } = answer
  void reply.headers({
    'content-type': answer.contentType,
    'content-disposition': answer.disposition,
    'x-content-type-options': 'nosniff',
    'content-security-policy': answer.policy,
    // The office's console and the mini-program's pages live on other origins and show these files.
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': answer.cache,
    'accept-ranges': answer.bytes === null ? 'none' : 'bytes',
  })
  if (range === 'unsatisfiable') {
    await reply.status(416).header('content-range', `bytes */${answer.bytes}`).send()
    return
  }
  const { stream, bytes } = await store.read(key, range).catch((error: unknown) => {
    throw error instanceof FileMissing ? new ProblemError('NOT_FOUND') : error
  })
  if (range) void reply.status(206).header('content-range', `bytes ${range.from}-${range.to}/${bytes}`)
  await reply.header('content-length', range ? range.to - range.from + 1 : bytes).send(stream)
}
