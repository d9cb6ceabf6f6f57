import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import { fileLimits } from '@yinuo/contracts'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../../http/index.ts'

/** A sender slower than this gives up or is given up; it holds a file descriptor and a socket until then. */
const PATIENCE_MS = 5 * 60_000

export interface Upload {
  /** A folder of this upload's own, for the file and what is made of it; `discard` removes it. */
  folder: string
  path: string
  bytes: number
  /** What the sender calls it. */
  name: string
  fields: Record<string, string>
  discard(): Promise<void>
}

/** Brings the file of a multipart request to disk as it comes, never into memory, and no more of it than is allowed. */
export async function receiveUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw missing('file', '请以表单方式上传文件。')
  const folder = await mkdtemp(join(tmpdir(), 'yinuo-upload-'))
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const { bytes, name, fields } = await receiveParts(request, join(folder, 'received'))
    if (bytes === null) throw missing('file', '请选择要上传的文件。')
    if (bytes === 0) throw new ProblemError('FILE_EMPTY')
    return { folder, path: join(folder, 'received'), bytes, name, fields, discard }
  } catch (error) {
    await discard()
    throw error
  }
}

async function receiveParts(request: FastifyRequest, path: string) {
  const fields: Record<string, string> = {}
  let bytes: number | null = null
  let name = ''
  try {
    const limits = { files: 1, fields: 8, fieldSize: 400, fileSize: fileLimits.videoBytes }
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') [name, bytes] = [part.filename, await toDisk(part, path)]
      else if (typeof part.value === 'string') fields[part.fieldname] = part.value
    }
  } catch (error) {
    throw asRefusal(error)
  }
  return { bytes, name, fields }
}

async function toDisk(part: MultipartFile, path: string): Promise<number> {
  await pipeline(part.file, createWriteStream(path), { signal: AbortSignal.timeout(PATIENCE_MS) })
  if (part.file.truncated) throw new ProblemError('FILE_TOO_LARGE')
  return part.file.bytesRead
}

/** What the parser says of a form it cannot read: too large, too many parts, or cut off half-way. */
function asRefusal(error: unknown): unknown {
  if (error instanceof ProblemError) return error
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new ProblemError('FILE_TOO_LARGE')
  if (code.startsWith('FST_')) return new ProblemError('VALIDATION_FAILED')
  const isOurs = ['ENOSPC', 'EACCES', 'EROFS', 'EMFILE', 'EIO'].includes(code)
  return isOurs ? error : new ProblemError('FILE_UNREADABLE')
}

function missing(field: string, message: string): ProblemError {
  return new ProblemError('VALIDATION_FAILED', {}, [{ field, message }])
}
