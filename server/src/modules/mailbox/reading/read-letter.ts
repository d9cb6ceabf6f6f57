import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { htmlToText } from 'html-to-text'
import { letterLimits } from '@yinuo/contracts'
import { MailParser, type AddressObject, type AttachmentStream, type HeaderLines, type MessageText } from 'mailparser'
import { cleanLine, cleanText, referencesIn, withoutQuote, type Headers } from '../rules/index.ts'
import { AttachmentShelf, type ReadAttachment } from './attachment-shelf.ts'

/** What of a letter is not in an attachment; what lies behind is not read. */
const MOST_LOOSE_BYTES = 2 * 1024 * 1024
const MOST_HTML = 500_000
const MOST_CONTENT = 20_000
const MOST_SUBJECT = 200
const ADDRESS = /^[^\s<>@"]{1,64}@[^\s<>@"]{1,190}$/

/** A letter as it was read: words and what is worth keeping, nothing that runs or asks others for something. */
export interface ReadLetter {
  messageId: string | null
  /** of every byte that was read; names a letter that has no Message-ID */
  digest: string
  references: string[]
  from: string | null
  fromName: string
  recipients: string[]
  subject: string
  content: string
  /** without what it answers */
  words: string
  sentAt: Date | null
  headers: Headers
  attachments: ReadAttachment[]
  remarks: string[]
  isReadable: boolean
  /** it was taken out of the box meanwhile */
  isGone: boolean
}

/** What is left of a letter whose words cannot be kept. */
export function bareLetter(letter: ReadLetter): ReadLetter {
  return { ...letter, subject: '', content: '', words: '', references: [], attachments: [], headers: [], isReadable: false }
}

/**
 * Reads a letter as it comes, piece by piece: attachments go to `folder` or nowhere, never into memory. Bad input makes a letter
 * that says less, not an error; what `source` throws is passed on.
 */
export async function readLetter(source: AsyncIterable<Buffer>, folder: string): Promise<ReadLetter> {
  const parser = new MailParser({ skipHtmlToText: true, skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true })
  const shelf = new AttachmentShelf(folder)
  const read: { lines: HeaderLines; text: MessageText | null; broken: boolean } = { lines: [], text: null, broken: false }
  let shelving = Promise.resolve()
  parser.on('headerLines', (lines: HeaderLines) => (read.lines = lines))
  parser.on('data', (part: AttachmentStream | MessageText) => {
    if (part.type === 'text') read.text = part
    else shelving = shelving.then(() => shelf.put(part)).finally(() => part.release())
  })
  const ended = new Promise<void>((resolve) => {
    parser.once('end', resolve)
    parser.on('error', () => {
      read.broken = true
      resolve()
    })
  })
  const hash = createHash('sha256')
  const { total, cut } = await feed(parser, source, { shelf, ended, isBroken: () => read.broken, hash })
  await ended
  await shelving.catch(() => undefined)
  return letterOf(parser, read, { digest: hash.digest('hex'), attachments: shelf.attachments, cut, isGone: total === 0 })
}

interface Feeding {
  shelf: AttachmentShelf
  ended: Promise<void>
  isBroken: () => boolean
  hash: { update(piece: Buffer): unknown }
}

/** `cut`: something was left unread. */
async function feed(
  parser: MailParser,
  source: AsyncIterable<Buffer>,
  { shelf, ended, isBroken, hash }: Feeding,
): Promise<{ total: number; cut: boolean }> {
  let loose = 0
  let total = 0
  let cut = false
  for await (const piece of source) {
    hash.update(piece)
    total += piece.length
    if (!shelf.isTaking) loose += piece.length
    cut = loose > MOST_LOOSE_BYTES || total >= letterLimits.bytes
    if (isBroken() || cut) break
    if (!parser.write(piece)) await Promise.race([once(parser, 'drain'), ended])
  }
  if (!isBroken()) parser.end()
  return { total, cut }
}

interface Read {
  lines: HeaderLines
  text: MessageText | null
  broken: boolean
}
interface Rest {
  digest: string
  attachments: ReadAttachment[]
  cut: boolean
  isGone: boolean
}

function letterOf(parser: MailParser, { lines, text, broken }: Read, { digest, attachments, cut, isGone }: Rest): ReadLetter {
  const headers = lines.map(({ key, line }) => ({ name: key, value: line.slice(line.indexOf(':') + 1).trim() }))
  const valuesOf = (...names: string[]) => headers.filter(({ name }) => names.includes(name)).map(({ value }) => value)
  const { from, to, cc, subject, date, messageId } = parser as unknown as Partial<Known>
  const authors = addressesIn(from)
  const content = cleanText(wordsOf(text), MOST_CONTENT)
  const sender = authors.length === 1 && ADDRESS.test(authors[0]!.address) ? authors[0]! : null
  return {
    messageId: messageId && messageId.length <= 300 ? cleanLine(messageId, 300) : null,
    digest,
    references: referencesIn(valuesOf('references', 'in-reply-to')),
    from: sender?.address ?? null,
    fromName: cleanLine(sender?.name ?? '', 80) || sender?.address || '未写明',
    recipients: [
      ...[to, cc].flatMap(addressesIn).map(({ address }) => address),
      ...valuesOf('delivered-to', 'x-original-to', 'envelope-to').map((each) => each.replace(/[<>\s]/g, '').toLowerCase()),
    ],
    subject: cleanLine(subject ?? '', MOST_SUBJECT),
    content,
    words: withoutQuote(content),
    sentAt: date && Number.isFinite(date.getTime()) ? date : null,
    headers,
    attachments,
    remarks: cut ? ['邮件过大，后面的部分没有收取，完整原件在邮箱里'] : [],
    isReadable: !broken,
    isGone,
  }
}

interface Known {
  from: AddressObject
  to: AddressObject | AddressObject[]
  cc: AddressObject | AddressObject[]
  subject: string
  date: Date
  messageId: string
}

function addressesIn(field: AddressObject | AddressObject[] | undefined): { address: string; name: string }[] {
  const flat = (each: AddressObject['value'][number]): AddressObject['value'] => [each, ...(each.group ?? []).flatMap(flat)]
  return [field ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap(flat))
    .filter(({ address }) => address)
    .map(({ address, name }) => ({ address: address!.toLowerCase(), name }))
}

/** Plain text; of a page its words alone, without the addresses of its links and pictures. */
function wordsOf(text: MessageText | null): string {
  if (text?.text?.trim()) return text.text
  if (typeof text?.html !== 'string') return ''
  const selectors = [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'script', format: 'skip' },
    { selector: 'style', format: 'skip' },
  ]
  return htmlToText(text.html.slice(0, MOST_HTML), { wordwrap: false, selectors, limits: { maxDepth: 60, maxChildNodes: 5_000 } })
}
