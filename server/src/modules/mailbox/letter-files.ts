import { Inject, Injectable } from '@nestjs/common'
import type { Act } from '../../platform/database/index.ts'
import { examineDocument, FILE_STORE, FileKeeper, type FileStore } from '../../platform/files/index.ts'
import { ProblemError } from '../../platform/http/index.ts'
import type { ReadAttachment } from './reading/attachment-shelf.ts'

/** An attachment as the letter remembers it. */
export interface KeptAttachment {
  name: string
  bytes: number
  left: string | null
  /** a photo among the community's files */
  fileId: string | null
  /** a document as it came */
  key: string | null
}

/** Keeps what came with letters: photos as photos are kept, PDF as it is. Keeping the same letter again keeps nothing twice. */
@Injectable()
export class LetterFiles {
  readonly #files: FileKeeper
  readonly #store: FileStore

  constructor(files: FileKeeper, @Inject(FILE_STORE) store: FileStore) {
    this.#files = files
    this.#store = store
  }

  async keep(
    act: Act,
    communityId: string,
    digest: string,
    folder: string,
    attachments: ReadAttachment[],
  ): Promise<KeptAttachment[]> {
    const kept: KeptAttachment[] = []
    for (const [at, { name, bytes, path, left }] of attachments.entries()) {
      const place = path ? await this.#put(act, communityId, `${digest}-${at}`, { name, bytes, path, folder }) : { left }
      kept.push({ name, bytes, left: null, fileId: null, key: null, ...place })
    }
    return kept
  }

  async #put(
    act: Act,
    communityId: string,
    uploadKey: string,
    { name, bytes, path, folder }: { name: string; bytes: number; path: string; folder: string },
  ): Promise<Partial<KeptAttachment>> {
    try {
      if (/\.pdf$/i.test(name)) {
        const { contentType } = await examineDocument(path, name)
        const key = `letters/${communityId}/${uploadKey}.pdf`
        await this.#store.put(key, path, contentType)
        return { key }
      }
      // Nobody uploaded it: the community itself stands where the uploader would.
      const byCommunity: Act = { ...act, actor: { kind: 'system', id: communityId, name: act.actor.name } }
      const upload = { folder, path, bytes, name, fields: {}, discard: async () => undefined }
      const { id } = await this.#files.keep(byCommunity, communityId, uploadKey, upload)
      return { fileId: id }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      return { left: '内容与扩展名不符，或已损坏' }
    }
  }
}
