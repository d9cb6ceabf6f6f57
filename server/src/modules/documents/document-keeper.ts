import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Inject, Injectable } from '@nestjs/common'
import type { DocumentFile } from '@yinuo/contracts'
import { newId } from '../../platform/clock/index.ts'
import { Database } from '../../platform/database/index.ts'
import { examineDocument, FILE_STORE, type FileStore, type Upload } from '../../platform/files/index.ts'
import { ProblemError } from '../../platform/http/index.ts'
import type { CallerAct } from '../access/index.ts'

/** Files one person may bring within an hour. */
const MOST_PER_HOUR = 600

const STANDING = {
  name: 'document-upload-standing',
  text: `
    SELECT (SELECT count(*)::int FROM document_files WHERE company_id = $1 AND uploaded_by = $2 AND created_at > $4) AS lately,
      (SELECT json_build_object('id', id, 'name', name, 'ending', ending, 'bytes', bytes)
       FROM document_files WHERE company_id = $1 AND uploaded_by = $2 AND upload_key = $3) AS known`,
}

const KEEP = {
  name: 'keep-document-file',
  text: `
    INSERT INTO document_files (company_id, id, uploaded_by, upload_key, name, ending, content_type, bytes, sha256, storage_key, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (company_id, uploaded_by, upload_key) DO NOTHING
    RETURNING id`,
}

/** Takes documents in, as they are; the sender's key makes a repeated upload the same file. */
@Injectable()
export class DocumentKeeper {
  readonly #database: Database
  readonly #store: FileStore

  constructor(database: Database, @Inject(FILE_STORE) store: FileStore) {
    this.#database = database
    this.#store = store
  }

  async keep(act: CallerAct, uploadKey: string, upload: Upload): Promise<DocumentFile> {
    const name = nameOf(upload)
    const { lately, known } = await this.#standing(act, uploadKey)
    if (known) return known
    if (lately >= MOST_PER_HOUR) throw new ProblemError('TOO_MANY_REQUESTS')
    const { ending, contentType } = await examineDocument(upload.path, name)
    const { companyId } = act.caller.staff!
    const id = newId(act.now)
    const key = `documents/${companyId}/${id}.${ending}`
    const sha256 = await digestOf(upload.path)
    await this.#store.put(key, upload.path, contentType)
    const values = [companyId, id, act.actor.id, uploadKey, name, ending, contentType, upload.bytes, sha256, key, act.now]
    const [kept] = await this.#database.writeAtOnce<{ id: string }>(act.reach, KEEP, values)
    if (kept) return { id, name, ending, bytes: upload.bytes }
    await this.#store.remove(key)
    return (await this.#standing(act, uploadKey)).known!
  }

  async #standing(act: CallerAct, uploadKey: string): Promise<{ lately: number; known: DocumentFile | null }> {
    const anHourAgo = new Date(act.now.getTime() - 3_600_000)
    const values = [act.caller.staff!.companyId, act.actor.id, uploadKey, anHourAgo]
    const [row] = await this.#database.read<{ lately: number; known: DocumentFile | null }>(act.reach, STANDING, values)
    return row!
  }
}

/** The name on the sender's disk, without a way there and without what cannot be shown. */
function nameOf({ fields }: Upload): string {
  const name = (fields['name'] ?? '')
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}<>:"|?*]/gu, '')
    .trim()
  if (!name || name.length > 150)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'name', message: '请填写文件名，带扩展名，不超过 150 个字。' }])
  return name
}

async function digestOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest()
}
