import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Inject, Injectable } from '@nestjs/common'
import type { FileView } from '@yinuo/contracts'
import { newId } from '../clock/index.ts'
import { Database, type Act } from '../database/index.ts'
import { ProblemError } from '../http/index.ts'
import { FileLinks, type FileFacts } from './file-links.ts'
import { FILE_STORE, type FileStore } from './store/file-store.ts'
import { examine } from './upload/examine.ts'
import type { Upload } from './upload/receive-upload.ts'

/** Files one person may bring into one community within an hour. */
const MOST_PER_HOUR = { resident: 120, staff: 600, system: 600 }

const STANDING = {
  name: 'upload-standing',
  text: `
    SELECT EXISTS (SELECT 1 FROM communities WHERE id = $1) AS community_exists,
      (SELECT count(*)::int FROM files WHERE community_id = $1 AND uploaded_by = $2 AND created_at > $4) AS lately,
      (SELECT json_build_object('communityId', community_id, 'id', id, 'kind', kind, 'hasThumbnail', thumbnail_key IS NOT NULL)
       FROM files WHERE community_id = $1 AND uploaded_by = $2 AND upload_key = $3) AS known`,
}

const KEEP = {
  name: 'keep-file',
  text: `
    INSERT INTO files (community_id, id, uploaded_by, upload_key, kind, content_type, bytes, sha256, storage_key, thumbnail_key, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (community_id, uploaded_by, upload_key) DO NOTHING
    RETURNING id`,
}

interface UploadStanding {
  community_exists: boolean
  lately: number
  known: FileFacts | null
}

/** Takes uploads in. The sender's key makes a repeated upload the same file. Its link is theirs, whether they belong here yet or not. */
@Injectable()
export class FileKeeper {
  readonly #database: Database
  readonly #store: FileStore
  readonly #links: FileLinks

  constructor(database: Database, @Inject(FILE_STORE) store: FileStore, links: FileLinks) {
    this.#database = database
    this.#store = store
    this.#links = links
  }

  async keep(act: Act, communityId: string, uploadKey: string, upload: Upload): Promise<FileView> {
    const standing = await this.#standing(act, communityId, uploadKey)
    if (!standing.community_exists) throw new ProblemError('NOT_FOUND')
    if (standing.known) return this.#links.fileView(standing.known, { now: act.now })
    if (standing.lately >= MOST_PER_HOUR[act.actor.kind]) throw new ProblemError('TOO_MANY_REQUESTS')
    return this.#keepNew(act, communityId, uploadKey, upload)
  }

  async #keepNew(act: Act, communityId: string, uploadKey: string, upload: Upload): Promise<FileView> {
    const { kind, contentType, ending, path, thumbnail } = await examine(upload)
    const id = newId(act.now)
    const key = `${communityId}/${id}.${ending}`
    const thumbnailKey = thumbnail && `${communityId}/${id}.small.webp`
    const [{ size }, sha256] = await Promise.all([stat(path), digestOf(path)])
    await this.#store.put(key, path, contentType)
    if (thumbnail && thumbnailKey) await this.#store.put(thumbnailKey, thumbnail, 'image/webp')
    const reach = { communities: [communityId], companies: [] }
    const values = [communityId, id, act.actor.id, uploadKey, kind, contentType, size, sha256, key, thumbnailKey, act.now]
    const [kept] = await this.#database.writeAtOnce<{ id: string }>(reach, KEEP, values)
    if (kept) return this.#links.fileView({ communityId, id, kind, hasThumbnail: thumbnail !== null }, { now: act.now })
    for (const each of [key, thumbnailKey]) if (each) await this.#store.remove(each)
    const { known } = await this.#standing(act, communityId, uploadKey)
    return this.#links.fileView(known!, { now: act.now })
  }

  async #standing(act: Act, communityId: string, uploadKey: string): Promise<UploadStanding> {
    const anHourAgo = new Date(act.now.getTime() - 3_600_000)
    const values = [communityId, act.actor.id, uploadKey, anHourAgo]
    const [row] = await this.#database.read<UploadStanding>({ communities: [communityId], companies: [] }, STANDING, values)
    return row!
  }
}

async function digestOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest()
}
