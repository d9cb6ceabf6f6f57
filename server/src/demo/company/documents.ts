import { createHash } from 'node:crypto'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import PDFDocument from 'pdfkit'
import { vectorOf } from '../../modules/documents/index.ts'
import { newId } from '../../platform/clock/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { day } from './households.ts'
import { papers, type Paper } from './papers.ts'
import { centre, garden, plaza } from './sites.ts'

const DAY_MS = 86_400_000
const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')

interface Office {
  companyId: string
  /** garden, plaza, centre */
  communityIds: string[]
  author: { id: string; name: string }
}

/** Files what lies in the offices, readable and found as if it had been uploaded. Without a place for files there are none. */
export async function fileDocuments(client: pg.ClientBase, now: Date, store: FileStore | null): Promise<void> {
  const { rows } = await client.query<Office>(
    `SELECT k.id AS "companyId", (SELECT array_agg(id ORDER BY array_position($1::text[], name)) FROM communities WHERE company_id = k.id) AS "communityIds",
       (SELECT json_build_object('id', id, 'name', name) FROM staff WHERE login = 'hq') AS author FROM companies k`,
    [[garden.name, plaza.name, centre.name]],
  )
  const office = rows[0]!
  await client.query('CALL lay_document_categories($1)', [office.companyId])
  if (!store) return
  const folder = await mkdtemp(join(tmpdir(), 'yinuo-demo-papers-'))
  try {
    for (const paper of papers) await fileAway(client, store, folder, office, paper, now)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fileAway(
  client: pg.ClientBase,
  store: FileStore,
  folder: string,
  { companyId, communityIds, author }: Office,
  paper: Paper,
  now: Date,
): Promise<void> {
  const communityId = paper.at === null ? null : communityIds[paper.at]!
  const id = newId(now)
  const ages = paper.versions.map((_, at) => new Date(now.getTime() - (paper.versions.length - at) * 40 * DAY_MS))
  await client.query(
    `INSERT INTO documents (company_id, id, community_id, category_id, title, number, tags, owner_post_id, valid_until, review_by,
       current_version, created_at, updated_at)
     SELECT $1, $2, $3, c.id, $4, $5, $6, (SELECT id FROM posts WHERE company_id = $1 AND code = $8), $9, $10, $11, $12, $13
     FROM document_categories c WHERE c.company_id = $1 AND c.name = $7`,
    [
      companyId,
      id,
      communityId,
      paper.title,
      paper.number,
      paper.tags,
      paper.category,
      paper.owner ?? null,
      paper.validFor === undefined ? null : day(now, paper.validFor),
      paper.reviewIn === undefined ? null : day(now, paper.reviewIn),
      paper.versions.length,
      ages[0],
      ages.at(-1),
    ],
  )
  for (const [at, [note, text]] of paper.versions.entries()) {
    const file = await keep(store, folder, `${newId(now)}.${paper.ending}`, paper, text)
    await client.query(
      `WITH f AS (INSERT INTO document_files (company_id, id, uploaded_by, upload_key, name, ending, content_type, bytes, sha256, storage_key, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $4, $10))
       INSERT INTO document_versions (company_id, document_id, number, community_id, file_id, note, uploaded_by, uploaded_by_name, uploaded_at)
       VALUES ($1, $11, $12, $13, $2, $14, $3, $15, $10)`,
      [
        companyId,
        newId(now),
        author.id,
        file.key,
        `${paper.title}.${paper.ending}`,
        paper.ending,
        file.contentType,
        file.bytes,
        file.sha256,
        ages[at],
        id,
        at + 1,
        communityId,
        note,
        author.name,
      ],
    )
  }
  const content = paper.versions.at(-1)![1]
  await client.query(
    `INSERT INTO document_texts (company_id, document_id, community_id, version_number, state, content, words)
     VALUES ($1, $2, $3, $4, 'read', $5, $6::tsvector)`,
    [companyId, id, communityId, paper.versions.length, content, vectorOf({ ...paper, content })],
  )
}

async function keep(store: FileStore, folder: string, name: string, { ending, title }: Paper, text: string) {
  const content = ending === 'pdf' ? await drawn(title, text) : Buffer.from(`${title}\n\n${text}\n`)
  const path = join(folder, name)
  const key = `demo/${name}`
  const contentType = ending === 'pdf' ? 'application/pdf' : 'text/plain; charset=utf-8'
  await writeFile(path, content)
  await store.put(key, path, contentType)
  return { key, contentType, bytes: (await stat(path)).size, sha256: createHash('sha256').update(content).digest() }
}

async function drawn(title: string, text: string): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 72, info: { Title: title } })
  pdf.font(font).fontSize(20).text(title, { align: 'center' }).moveDown()
  pdf.fontSize(12).text(text, { lineGap: 8 })
  pdf.end()
  const chunks: Buffer[] = []
  for await (const chunk of pdf) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
