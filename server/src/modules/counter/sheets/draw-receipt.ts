import { createRequire } from 'node:module'
import { capitalAmount, paymentWays, receiptNumberText, type ReceiptContent, type ReceiptPaper } from '@yinuo/contracts'
import PDFDocument from 'pdfkit'

const { resolve } = createRequire(import.meta.url)
const fonts = {
  regular: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
}
const ink = { text: '#1f2933', quiet: '#5b6770', line: '#8a949c', warn: '#a4262c' }

interface Paper {
  width: number
  /** of the first page; a roll is as long as what stands on it */
  height: number
  margin: number
  /** how wide the column of amounts is */
  amount: number
  sizes: { title: number; text: number; small: number }
}

const MM = 72 / 25.4
const papers: Readonly<Record<ReceiptPaper, Paper>> = {
  a5: { width: 210 * MM, height: 148 * MM, margin: 32, amount: 84, sizes: { title: 18, text: 10, small: 8.5 } },
  thermal: { width: 80 * MM, height: 3_000, margin: 12, amount: 64, sizes: { title: 13, text: 9, small: 8 } },
}

export interface DrawnReceipt {
  number: number
  issuedAt: string
  issuedByName: string
  content: ReceiptContent
  prints?: number
  voidedAt?: string | null
  /** saved by the household itself, not printed by the office */
  isCopy?: boolean
}

/** A receipt on paper. It is laid out once to learn how long it is, so that a roll ends where the text does. */
export async function drawReceipt(receipt: DrawnReceipt, kind: ReceiptPaper): Promise<Buffer> {
  const paper = papers[kind]
  if (kind === 'a5') return drawn(receipt, paper, kind)
  const measured = new Sheet(paper, receipt)
  const length = measured.layOut(kind)
  measured.document.end()
  return drawn(receipt, { ...paper, height: Math.ceil(length + paper.margin + 2 * paper.sizes.text) }, kind)
}

function drawn(receipt: DrawnReceipt, paper: Paper, kind: ReceiptPaper): Promise<Buffer> {
  const sheet = new Sheet(paper, receipt)
  const whole = collect(sheet.document)
  sheet.layOut(kind)
  sheet.document.end()
  return whole
}

class Sheet {
  readonly document: PDFKit.PDFDocument
  readonly #paper: Paper
  readonly #receipt: DrawnReceipt

  constructor(paper: Paper, receipt: DrawnReceipt) {
    const { width, height, margin } = paper
    const issuedAt = new Date(receipt.issuedAt)
    this.#paper = paper
    this.#receipt = receipt
    this.document = new PDFDocument({
      size: [width, height],
      margin,
      info: {
        Title: `收据 ${receiptNumberText(receipt.number)}`,
        Creator: '一诺物业',
        CreationDate: issuedAt,
        ModDate: issuedAt,
      },
    })
    this.document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold)
  }

  /** @returns how far down it goes */
  layOut(kind: ReceiptPaper): number {
    const { content } = this.#receipt
    this.#head()
    this.#facts(kind)
    this.#rule()
    for (const { text, amountFen } of content.lines) this.#line(text, amountFen)
    if (content.aheadFen > 0) this.#line('预存', content.aheadFen)
    if (content.overFen > 0) this.#line('多收（待处理）', content.overFen)
    this.#rule()
    this.#line('合计', content.amountFen, true)
    this.#text(`大写：${capitalAmount(content.amountFen)}`, { bold: true })
    this.#foot(kind)
    return this.document.y
  }

  #head(): void {
    const { sizes } = this.#paper
    const { content, number } = this.#receipt
    this.#text(content.companyName, { align: 'center', size: sizes.text, quiet: true })
    this.#text('收  据', { align: 'center', size: sizes.title, bold: true })
    const mark = markOf(this.#receipt)
    if (mark) this.#text(mark, { align: 'center', bold: true, warn: true })
    this.#text(`No. ${receiptNumberText(number)}`, { align: 'right', bold: true })
  }

  #facts(kind: ReceiptPaper): void {
    const { communityName, unitLabel, payerName, way, reference, paidAt } = this.#receipt.content
    const facts = [
      `房屋：${communityName} ${unitLabel}`,
      `缴款人：${payerName || '—'}`,
      `方式：${paymentWays[way]}${reference && ` ${reference}`}`,
      `时间：${inChina(paidAt)}`,
    ]
    if (kind === 'thermal') for (const fact of facts) this.#text(fact)
    else for (const [left, right] of [facts.slice(0, 2), facts.slice(2)] as [string, string][]) this.#pair(left, right)
  }

  #pair(left: string, right: string): void {
    const { width, margin, sizes } = this.#paper
    const half = (width - 2 * margin) / 2
    const top = this.#room(2 * sizes.text)
    this.document.font('regular').fontSize(sizes.text).fillColor(ink.text)
    this.document.text(left, margin, top, { width: half - 8 })
    const bottom = this.document.y
    this.document.text(right, margin + half, top, { width: half })
    this.document.y = Math.max(bottom, this.document.y) + 2
    this.document.x = margin
  }

  #line(text: string, fen: number, strong = false): void {
    const { width, margin, amount, sizes } = this.#paper
    const top = this.#room(2 * sizes.text)
    this.document.font(strong ? 'bold' : 'regular').fontSize(sizes.text).fillColor(ink.text) // prettier-ignore
    this.document.text(yuan(fen), width - margin - amount, top, { width: amount, align: 'right', lineBreak: false })
    this.document.text(text, margin, top, { width: width - 2 * margin - amount - 4 })
    this.document.y += 2
  }

  #foot(kind: ReceiptPaper): void {
    const { companyName } = this.#receipt.content
    const { sizes } = this.#paper
    this.document.y += 4
    this.#text(`收款单位（盖章）：${companyName}`)
    const by = `开具：${this.#receipt.issuedByName}`
    const at = inChina(this.#receipt.issuedAt)
    this.#text(kind === 'a5' ? `${by}    ${at}` : by)
    if (kind === 'thermal') this.#text(at)
    this.#text('本收据不是发票；需要发票请联系物业服务中心。', { size: sizes.small, quiet: true })
  }

  #text(text: string, { align = 'left', size, bold = false, quiet = false, warn = false }: TextLook = {}): void {
    const { width, margin, sizes } = this.#paper
    const height = size ?? sizes.text
    const top = this.#room(2 * height)
    this.document.font(bold ? 'bold' : 'regular').fontSize(height).fillColor(warn ? ink.warn : quiet ? ink.quiet : ink.text) // prettier-ignore
    this.document.text(text, margin, top, { width: width - 2 * margin, align })
    this.document.y += 2
  }

  #rule(): void {
    const { width, margin } = this.#paper
    const y = this.#room(8) + 2
    this.document.moveTo(margin, y).lineTo(width - margin, y).lineWidth(0.5).stroke(ink.line) // prettier-ignore
    this.document.y = y + 4
  }

  /** What does not fit goes on the next page as a whole. @returns where it begins */
  #room(height: number): number {
    if (this.document.y + height > this.#paper.height - this.#paper.margin + 2) this.document.addPage()
    return this.document.y
  }
}

interface TextLook {
  align?: 'left' | 'center' | 'right'
  size?: number
  bold?: boolean
  quiet?: boolean
  warn?: boolean
}

function markOf({ voidedAt, isCopy, prints = 0 }: DrawnReceipt): string | null {
  if (voidedAt) return '作  废'
  if (isCopy) return '电子件'
  return prints > 1 ? `补打（第 ${prints} 次打印）` : null
}

const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
const inChina = (instant: string) => clock.format(new Date(instant))

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((done, failed) => {
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => done(Buffer.concat(parts)))
    document.on('error', failed)
  })
}
