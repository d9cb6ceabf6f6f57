import { readFile } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { ProblemError } from '../../http/index.ts'
import { examinePackage } from './examine-package.ts'

/** What is kept of an office's document. */
export interface ExaminedDocument {
  ending: string
  contentType: string
}

const office = {
  docx: { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', part: 'word/document.xml' },
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', part: 'xl/workbook.xml' },
  pptx: {
    contentType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    part: 'ppt/presentation.xml',
  },
} as const

const pictures: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}
const texts: Readonly<Record<string, string>> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
  csv: 'text/plain; charset=utf-8',
}

/**
 * Looks whether a document is what its name says: by its first bytes, and for the office formats by what is packed in it.
 * Its bytes are kept as they came, since a contract is proved by them.
 * @throws ProblemError DOCUMENT_TYPE_NOT_ALLOWED, DOCUMENT_HAS_MACROS or DOCUMENT_UNREADABLE
 */
export async function examineDocument(path: string, name: string): Promise<ExaminedDocument> {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^(doc|xls|ppt|dot|xlt)m$/.test(ending)) throw new ProblemError('DOCUMENT_HAS_MACROS')
  if (texts[ending]) return examineText(path, ending, texts[ending])
  const sniffed = await fileTypeFromFile(path).catch(() => undefined)
  const mime = sniffed?.mime ?? ''
  if (mime.includes('macroenabled')) throw new ProblemError('DOCUMENT_HAS_MACROS')
  if (ending === 'pdf' && mime === 'application/pdf') return { ending, contentType: mime }
  if (pictures[ending] && pictures[ending] === mime) return examinePicture(path, ending, mime)
  if (ending in office) {
    const { contentType, part } = office[ending as keyof typeof office]
    await examinePackage(path, part)
    return { ending, contentType }
  }
  throw new ProblemError('DOCUMENT_TYPE_NOT_ALLOWED')
}

async function examinePicture(path: string, ending: string, contentType: string): Promise<ExaminedDocument> {
  const { width } = await sharp(path)
    .metadata()
    .catch(() => ({ width: 0 }))
  if (!width) throw new ProblemError('DOCUMENT_UNREADABLE')
  return { ending, contentType }
}

async function examineText(path: string, ending: string, contentType: string): Promise<ExaminedDocument> {
  const bytes = await readFile(path)
  if (bytes.includes(0) || decodedText(bytes) === null) throw new ProblemError('DOCUMENT_TYPE_NOT_ALLOWED')
  return { ending, contentType }
}

/** Text as it was saved here: UTF-8, or what older programs write. */
export function decodedText(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the other one
    }
  }
  return null
}
