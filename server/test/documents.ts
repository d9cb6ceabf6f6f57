import { createRequire } from 'node:module'
import { randomUUID } from 'node:crypto'
import type { DocumentFile, DocumentView } from '@yinuo/contracts'
import excel from 'exceljs'
import jszip from 'jszip'
import PDFDocument from 'pdfkit'
import request, { type Test } from 'supertest'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'
import type { TestCommunity } from './world.ts'

const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')

/** Real documents of every kind, with the words a test looks for. */
export async function pdfOf(text: string): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4' })
  pdf.font(font).fontSize(12).text(text)
  pdf.end()
  const chunks: Buffer[] = []
  for await (const chunk of pdf) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

export async function packageOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new jszip()
  for (const [name, content] of Object.entries({ '[Content_Types].xml': types, ...parts })) zip.file(name, content)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

export const docxOf = (text: string, more: Record<string, string> = {}) =>
  packageOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${word}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ...more,
  })

export const pptxOf = (text: string) =>
  packageOf({ 'ppt/presentation.xml': '<p/>', 'ppt/slides/slide1.xml': `<p:sld><a:t>${text}</a:t></p:sld>` })

export async function xlsxOf(text: string): Promise<Buffer> {
  const book = new excel.Workbook()
  book.addWorksheet('清单').addRow([text])
  return Buffer.from(await book.xlsx.writeBuffer())
}

export function uploadDocument(
  app: TestApp,
  person: Person,
  { id }: TestCommunity,
  content: Buffer,
  name: string,
  key: string = randomUUID(),
): Test {
  return request(app.url)
    .post(`/api/communities/${id}/document-files`)
    .set('authorization', `Bearer ${person.token}`)
    .set('idempotency-key', key)
    .field('name', name)
    .attach('file', content, 'upload')
}

/** A document on file, its text read. */
export async function documentOf(
  app: TestApp,
  person: Person,
  community: TestCommunity,
  categoryId: string,
  {
    content = Buffer.from('正文'),
    name = '文件.txt',
    ...more
  }: { content?: Buffer; name?: string; [field: string]: unknown } = {},
): Promise<DocumentView> {
  const file = (await uploadDocument(app, person, community, content, name)).body as DocumentFile
  const draft = { title: '文件', categoryId, tags: [], remindDays: 30, companyWide: false, fileId: file.id, ...more }
  const answer = await person.post(`/communities/${community.id}/documents`, draft)
  if (answer.status !== 201) throw new Error(answer.text)
  await app.deliver()
  return (await person.get(`/communities/${community.id}/documents/${(answer.body as DocumentView).id}`)).body as DocumentView
}
