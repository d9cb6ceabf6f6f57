import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

/** One code to be printed. */
export interface SheetCard {
  communityName: string
  placeLabel: string
  hotline: string
  /** what to scan it for */
  invitation: string
  /** What stands under the code, so that a torn-off sticker can be told from its neighbour. */
  serial: string
  picture: Buffer
}

const { resolve } = createRequire(import.meta.url)
const fonts = {
  regular: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
}

// A4 in points, with a margin every printer can keep.
const page = { width: 595.28, height: 841.89, marginX: 30, marginY: 33 }
const grid = { columns: 3, rows: 4 }
const card = { width: (page.width - 2 * page.marginX) / grid.columns, height: (page.height - 2 * page.marginY) / grid.rows }
const codeSide = 112
const ink = { text: '#1f2933', quiet: '#5b6770', line: '#c5ccd3', accent: '#0b6e4f' }

/** Cards in a grid on A4 sheets, with lines to cut along. */
export function drawCodeSheet(cards: readonly SheetCard[], madeAt: Date): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    info: { Title: '二维码', Creator: '一诺物业', CreationDate: madeAt, ModDate: madeAt },
  })
  const whole = collect(document)
  document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold)
  const perPage = grid.columns * grid.rows
  cards.forEach((each, index) => {
    const place = index % perPage
    if (place === 0) document.addPage()
    const x = page.marginX + (place % grid.columns) * card.width
    const y = page.marginY + Math.floor(place / grid.columns) * card.height
    drawCard(document, each, x, y)
  })
  document.end()
  return whole
}

function drawCard(
  document: PDFKit.PDFDocument,
  { communityName, placeLabel, invitation, hotline, serial, picture }: SheetCard,
  x: number,
  y: number,
) {
  document.rect(x, y, card.width, card.height).lineWidth(0.5).dash(3, { space: 3 }).stroke(ink.line).undash()
  const line = (text: string, top: number, font: 'regular' | 'bold', size: number, color: string) =>
    document
      .font(font)
      .fontSize(fitting(document.font(font), text, size, card.width - 16))
      .fillColor(color)
      .text(text, x + 8, y + top, { width: card.width - 16, align: 'center', lineBreak: false })
  line(communityName, 9, 'regular', 9, ink.quiet)
  line(placeLabel, 21, 'bold', 14, ink.text)
  document.image(picture, x + (card.width - codeSide) / 2, y + 44, {
    fit: [codeSide, codeSide],
    align: 'center',
    valign: 'center',
  })
  line(invitation, 157, 'bold', 10, ink.accent)
  line(`服务热线 ${hotline}`, 171, 'regular', 8.5, ink.text)
  line(serial, 182, 'regular', 6, ink.quiet)
}

/** The largest size up to `size` at which the text stays on one line. */
function fitting(document: PDFKit.PDFDocument, text: string, size: number, width: number): number {
  const wanted = document.fontSize(size).widthOfString(text)
  return wanted <= width ? size : (size * width) / wanted
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((done, failed) => {
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => done(Buffer.concat(parts)))
    document.on('error', failed)
  })
}
