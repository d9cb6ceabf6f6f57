import { createRequire } from 'node:module'
import { codesOf, personalGroups } from '@yinuo/contracts'
import PDFDocument from 'pdfkit'
import type { ExportSection } from '../queries/collect-person.ts'
import { rowWords } from './column-words.ts'

const { resolve } = createRequire(import.meta.url)
const fonts = {
  regular: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
}
const ink = { text: '#1B2420', quiet: '#5E6B66', line: '#E4E9E6' }

/** Longer than anybody reads; the rest stands in the JSON file. */
const MOST_ROWS = 200
const MOST_LETTERS = 1200

/** What we hold of a person, on paper. */
export function drawExport(name: string, sections: readonly ExportSection[], madeAt: Date, shownAt: string): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 48,
    info: { Title: '个人信息副本', Creator: '一诺物业', CreationDate: madeAt, ModDate: madeAt },
  })
  const whole = collect(document)
  document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold)
  document.font('bold').fontSize(20).fillColor(ink.text).text('个人信息副本')
  document
    .font('regular')
    .fontSize(10)
    .fillColor(ink.quiet)
    .text(`${name}\u3000制作于 ${shownAt}`)
    .text('依据个人信息保护法第四十五条，以下是一诺物业系统中与您有关的全部记录。完整的字段见同时提供的 JSON 文件。')
    .moveDown()
  const groups = codesOf(personalGroups)
  const inOrder = sections.toSorted((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group))
  for (const section of inOrder) drawSection(document, section)
  document.end()
  return whole
}

function drawSection(document: PDFKit.PDFDocument, { table, title, group, rows }: ExportSection): void {
  document.moveDown(0.6).font('bold').fontSize(13).fillColor(ink.text).text(`${title}（${rows.length}）`, { continued: true })
  document.font('regular').fontSize(9).fillColor(ink.quiet).text(`\u3000${personalGroups[group]}`).moveDown(0.2)
  for (const row of rows.slice(0, MOST_ROWS)) {
    const words = [...rowWords(table, row)]
    if (words.length === 0) continue
    const text = words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS).join('')}…` : words.join('')
    document.fontSize(9.5).fillColor(ink.text).text(text, { lineGap: 2 })
    const { y } = document
    document
      .moveTo(48, y + 2)
      .lineTo(547, y + 2)
      .lineWidth(0.5)
      .stroke(ink.line)
    document.moveDown(0.4)
  }
  if (rows.length > MOST_ROWS) document.fillColor(ink.quiet).text(`其余 ${rows.length - MOST_ROWS} 条见 JSON 文件。`)
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((done, failed) => {
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => done(Buffer.concat(parts)))
    document.on('error', failed)
  })
}
