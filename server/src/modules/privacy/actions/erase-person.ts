import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Jobs } from '../../../platform/jobs/index.ts'
import { AuthorSeal } from '../../complaints/index.ts'
import { keysOfExport } from '../jobs/export-files.ts'
import { removeStoredFiles } from '../jobs/remove-stored-files.ts'
import { WITH_PERSON, type Asked } from '../registry/person.ts'
import { eraseStatements } from '../registry/statements.ts'
import { OWN_LETTER } from '../registry/message-tables.ts'
import { HAS_ORIGINALS, letGoOfOriginals } from '../registry/retention-statements.ts'
import { UNATTACHED } from '../registry/file-references.ts'

import { forgetAuthor } from './forget-author.ts'

/** After the applications have let go of them: what somebody uploaded and nothing that stays has use for. */
const REMOVE_FILES = `
  ${WITH_PERSON}, done AS (
    DELETE FROM files t USING p WHERE t.uploaded_by = ANY (p.accounts) AND (p.communities IS NULL OR t.community_id = ANY (p.communities))
      AND ${UNATTACHED} RETURNING t.id, t.storage_key, t.thumbnail_key)
  SELECT id, array_remove(ARRAY[storage_key, thumbnail_key], NULL) AS keys FROM done`

/** What came with their letters; a name cannot be taken out of it. */
const REMOVE_ORIGINALS = `
  ${WITH_PERSON}, old AS (
    SELECT t.community_id, t.id, t.attachments FROM letters t, p
    WHERE ${OWN_LETTER} AND (p.communities IS NULL OR t.community_id = ANY (p.communities)) AND ${HAS_ORIGINALS}),
  done AS (${letGoOfOriginals('已随来信人注销清除')})
  SELECT id, keys FROM done`

/** Copies made for them are as much theirs as what was copied. */
const END_COPIES = `
  ${WITH_PERSON}, ended AS (
    UPDATE privacy_requests t SET state = 'expired' FROM p
    WHERE t.kind = 'export' AND t.state IN ('preparing', 'ready') AND (t.account_id = ANY (p.accounts) OR t.resident_id = ANY (p.gone))
    RETURNING t.id)
  SELECT DISTINCT id FROM ended`

/** How many rows of each table were changed or removed. */
export type Erased = Record<string, number>

/** Forgets a person, in one transaction, as the registry says. The bytes of their files follow by a job of it. */
@Injectable()
export class ErasePerson {
  readonly #jobs: Jobs
  readonly #authors: AuthorSeal

  constructor(jobs: Jobs, authors: AuthorSeal) {
    this.#jobs = jobs
    this.#authors = authors
  }

  async run(tx: EntityManager, person: Asked): Promise<Erased> {
    const erased: Erased = {}
    // First: afterwards nothing leads to the account any more. It is not counted: a number would say that they wrote one.
    await forgetAuthor(tx, this.#authors, person)
    const given = [JSON.stringify(person)]
    for (const { table, text } of eraseStatements) {
      const [row] = (await tx.query(text, given)) as [{ done: number }]
      if (row.done > 0) erased[table] = row.done
    }
    const files = (await tx.query(REMOVE_FILES, given)) as { id: string; keys: string[] }[]
    if (files.length > 0) erased['files'] = files.length
    const originals = (await tx.query(REMOVE_ORIGINALS, given)) as { id: string; keys: string[] }[]
    const copies = (await tx.query(END_COPIES, given)) as { id: string }[]
    await this.#jobs.enqueue(tx, removeStoredFiles, [
      ...[...files, ...originals].map(({ id, keys }) => ({ businessKey: id, payload: { keys } })),
      ...copies.map(({ id }) => ({ businessKey: `export ${id}`, payload: { keys: keysOfExport(id) } })),
    ])
    return erased
  }
}
