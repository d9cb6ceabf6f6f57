/**
 * The text of a document. Runs on a thread of its own, with little memory and little time (read-text.ts), because what is
 * read was made by strangers' programs: nothing here may hold up or bring down the server.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

/** A thick handbook; what comes after it is not searched. */
const MOST_CHARACTERS = 400_000

type Reader = (path: string) => Promise<string>

class Enough extends Error {}

/** Gathers text until there is enough of it. */
class Text {
  #text = ''

  add(more: string): void {
    this.#text += more
    if (this.#text.length > MOST_CHARACTERS) throw new Enough()
  }

  async of(fill: (text: Text) => Promise<void>): Promise<string> {
    try {
      await fill(this)
    } catch (error) {
      if (!(error instanceof Enough)) throw error
    }
    return this.#text.slice(0, MOST_CHARACTERS)
  }
}

const pdf: Reader = async (path) => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const document = await getDocument({
    data: new Uint8Array(await readFile(path)),
    // Chinese fonts that are not embedded name their characters by these tables.
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  } as Parameters<typeof getDocument>[0]).promise
  return new Text().of(async (text) => {
    for (let page = 1; page <= document.numPages; page++) {
      const { items } = await (await document.getPage(page)).getTextContent()
      for (const item of items) if ('str' in item) text.add(item.hasEOL ? `${item.str}\n` : item.str)
      text.add('\n')
    }
  })
}

const docx: Reader = async (path) => {
  const { default: mammoth } = await import('mammoth')
  return new Text().of(async (text) => text.add((await mammoth.extractRawText({ path })).value))
}

const xlsx: Reader = async (path) => {
  const { default: excel } = await import('exceljs')
  const options = {
    sharedStrings: 'cache',
    worksheets: 'emit',
    hyperlinks: 'ignore',
    styles: 'ignore',
    entries: 'ignore',
  } as const
  return new Text().of(async (text) => {
    for await (const sheet of new excel.stream.xlsx.WorkbookReader(path, options)) {
      text.add(`${(sheet as unknown as { name?: string }).name ?? ''}\n`)
      for await (const row of sheet) row.eachCell((cell) => text.add(`${cell.text} `))
    }
  })
}

/** Slides are small pages of XML; their words stand in `a:t`. */
const pptx: Reader = async (path) => {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(path)
  return new Text().of(async (text) => {
    for await (const entry of zip.eachEntry()) {
      if (!/^ppt\/(slides|notesSlides)\/[^/]+\.xml$/.test(entry.fileName)) continue
      const chunks: Buffer[] = []
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
      const slide = Buffer.concat(chunks).toString()
      for (const [, words] of slide.matchAll(/<a:t>([^<]*)<\/a:t>/g)) text.add(`${unescaped(words!)} `)
    }
  })
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (words: string) => words.replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole)

const plain: Reader = async (path) => {
  const bytes = await readFile(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).slice(0, MOST_CHARACTERS)
  } catch {
    return new TextDecoder('gb18030').decode(bytes).slice(0, MOST_CHARACTERS)
  }
}

const readers: Readonly<Record<string, Reader>> = { pdf, docx, xlsx, pptx, txt: plain, md: plain, csv: plain }

const { path, ending } = workerData as { path: string; ending: string }
parentPort!.postMessage(await readers[ending]!(path))
