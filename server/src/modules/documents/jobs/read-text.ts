import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Inject, Injectable } from '@nestjs/common'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { FILE_STORE, type FileStore } from '../../../platform/files/index.ts'
import type { JobQueue, JobRun } from '../../../platform/jobs/index.ts'
import { vectorOf } from '../rules/words.ts'
import { textOf, type TextFound } from './text-of.ts'

export interface DocumentRef {
  companyId: string
  documentId: string
}

export const readText: JobQueue<DocumentRef> = {
  name: 'documents.read-text',
  retries: 4,
  delaySeconds: 10,
  longestDelaySeconds: 300,
  lostAfterSeconds: 900,
}

interface Facts {
  community_id: string | null
  title: string
  number: string
  tags: string[]
  current_version: number
  ending: string
  storage_key: string
  known: TextFound | null
}

const FACTS = `
  SELECT d.community_id, d.title, d.number, d.tags, d.current_version, f.ending, f.storage_key,
    (SELECT json_build_object('state', t.state, 'content', t.content) FROM document_texts t
     WHERE t.company_id = d.company_id AND t.document_id = d.id AND t.version_number = d.current_version) AS known
  FROM documents d
  JOIN document_versions v ON v.company_id = d.company_id AND v.document_id = d.id AND v.number = d.current_version
  JOIN document_files f ON f.company_id = v.company_id AND f.id = v.file_id
  WHERE d.company_id = $1 AND d.id = $2`

/** Every change makes a run of its own: one that was overtaken writes nothing, and the run of the later change does. */
const KEEP = `
  INSERT INTO document_texts (company_id, document_id, community_id, version_number, state, content, words)
  SELECT d.company_id, d.id, d.community_id, d.current_version, $4, $5, $6::tsvector FROM documents d
  WHERE d.company_id = $1 AND d.id = $2 AND d.current_version = $3 AND d.title = $7 AND d.number = $8 AND d.tags = $9
  ON CONFLICT (company_id, document_id) DO UPDATE
    SET version_number = excluded.version_number, state = excluded.state, content = excluded.content, words = excluded.words`

/** Makes a document findable: by what it is called and by the text of its newest version. */
@Injectable()
export class ReadText {
  readonly #database: WorkerDatabase
  readonly #store: FileStore

  constructor(database: WorkerDatabase, @Inject(FILE_STORE) store: FileStore) {
    this.#database = database
    this.#store = store
  }

  async run({ companyId, documentId }: DocumentRef, { lastTry }: JobRun): Promise<void> {
    const [facts] = await this.#database.run<Facts>(FACTS, [companyId, documentId])
    if (!facts) return
    const text = facts.known ?? (await this.#read(facts, lastTry))
    const words = vectorOf({ ...facts, content: text.content })
    await this.#database.run(KEEP, [
      companyId,
      documentId,
      facts.current_version,
      text.state,
      text.content,
      words,
      facts.title,
      facts.number,
      facts.tags,
    ])
  }

  /** A store that is away is tried again; at last the document is findable by its title at least. */
  async #read({ storage_key: key, ending }: Facts, lastTry: boolean): Promise<TextFound> {
    const folder = await mkdtemp(join(tmpdir(), 'yinuo-document-'))
    try {
      const path = join(folder, `document.${ending}`)
      const { stream } = await this.#store.read(key, null)
      await pipeline(stream, createWriteStream(path))
      return await textOf(path, ending)
    } catch (error) {
      if (!lastTry) throw error
      return { state: 'failed', content: '' }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}
