import { readFile, stat } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { importLimits } from '@yinuo/contracts'
import ExcelJS from 'exceljs'

const MOST_UNPACKED_BYTES = 300 * 1024 * 1024
const STORED = 0

/** A file that is not a sheet of households at all; the message is for people. */
export class UnreadableSheet extends Error {}

const BROKEN = '文件不是 Excel 工作簿（.xlsx），或已损坏。请用模板重新填写。'
const HUGE = '文件解压后异常庞大，已拒绝。'

/** Opens a workbook, with everything in it or only with what is in its cells. @throws UnreadableSheet */
export async function openWorkbook(path: string, { cellsOnly }: { cellsOnly: boolean }): Promise<ExcelJS.Workbook> {
  const content = await smallFile(path)
  refuseBomb(content)
  const workbook = new ExcelJS.Workbook()
  // Rules for whole columns unfold into a rule for each cell.
  const ignoreNodes = cellsOnly
    ? ['dataValidations', 'conditionalFormatting', 'extLst', 'hyperlinks', 'drawing', 'tableParts']
    : []
  await workbook.xlsx.load(content.buffer as ArrayBuffer, { ignoreNodes }).catch(() => {
    throw new UnreadableSheet(BROKEN)
  })
  return workbook
}

async function smallFile(path: string): Promise<Buffer> {
  const { size } = await stat(path)
  const most = importLimits.bytes / 1024 / 1024
  if (size > importLimits.bytes)
    throw new UnreadableSheet(`文件太大（${Math.round(size / 1024 / 1024)} MB），不超过 ${most} MB。`)
  return readFile(path)
}

/**
 * A workbook is a ZIP. What it says it unpacks to is added up before anything is unpacked; then it is unpacked, piece by
 * piece and no further than it may, because it can say what it likes.
 * @throws UnreadableSheet
 */
export function refuseBomb(zip: Buffer): void {
  const entries = entriesOf(zip)
  if (!entries) throw new UnreadableSheet(BROKEN)
  if (entries.reduce((sum, entry) => sum + entry.says, 0) > MOST_UNPACKED_BYTES) throw new UnreadableSheet(HUGE)
  for (const { packed, says, method } of entries)
    if (method !== STORED && !unpacksTo(packed, says)) throw new UnreadableSheet(HUGE)
}

/** What a file is, by how it begins: a name can be changed. */
export function kindOfFile(content: Buffer): 'xlsx' | 'old-or-locked' | 'other' {
  if (content.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) return 'old-or-locked'
  return entriesOf(content)?.some(({ name }) => name === 'xl/workbook.xml') ? 'xlsx' : 'other'
}

interface Entry {
  name: string
  says: number
  method: number
  packed: Buffer
}

/** The pieces by the ZIP's central directory; null when it is no ZIP. */
function entriesOf(zip: Buffer): Entry[] | null {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length) return null
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return null
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, nameEnd),
      says: zip.readUInt32LE(at + 24),
      method: zip.readUInt16LE(at + 10),
      packed: packedAt(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 20)),
    })
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

function packedAt(zip: Buffer, header: number, length: number): Buffer {
  if (header + 30 > zip.length) return Buffer.alloc(0)
  const begin = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  return zip.subarray(begin, begin + length)
}

function unpacksTo(packed: Buffer, says: number): boolean {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(says, 1) }).length <= says
  } catch (error) {
    // Damaged rather than dangerous: the library tells.
    return (error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE'
  }
}
