import { createRequire } from 'node:module'
import { billStates } from '@yinuo/contracts'
import PDFDocument from 'pdfkit'
import type { Statement } from '../queries/unit-account.ts'

const { resolve } = createRequire(import.meta.url)
const fonts = {
  regular: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
}
const page = { width: 595.28, height: 841.89, margin: 48 }
const ink = { text: '#1f2933', quiet: '#5b6770', line: '#c5ccd3', accent: '#0b6e4f' }
const columns = { charge: page.margin, period: 190, amount: 330, paid: 400, owed: 470 }
const width = 77
const yuan = (fen: number) => (fen / 100).toFixed(2)

/** A household's statement on A4: each bill with how it was reckoned, and what is still owed. */
export function drawStatement(statement: Statement, madeAt: Date): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: page.margin,
    info: { Title: `${statement.unitLabel} 对账单`, Creator: '一诺物业', CreationDate: madeAt, ModDate: madeAt },
  })
  const whole = collect(document)
  document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold)
  drawHead(document, statement)
  for (const bill of statement.bills) drawBill(document, bill)
  drawSum(document, statement)
  document.end()
  return whole
}

function drawHead(document: PDFKit.PDFDocument, { communityName, unitLabel, from, to, madeOn }: Statement): void {
  document.font('bold').fontSize(18).fillColor(ink.text).text('缴费对账单', { align: 'center' })
  document.moveDown(0.4).font('regular').fontSize(10).fillColor(ink.quiet)
  document.text(`${communityName} · ${unitLabel} · 账期 ${from} 至 ${to} · 制表日期 ${madeOn}`, { align: 'center' })
  document.moveDown(1)
  drawRow(document, 'bold', { charge: '收费项目', period: '账期', amount: '应收（元）', paid: '已收（元）', owed: '未收（元）' })
  rule(document)
}

type Bill = Statement['bills'][number]

function drawBill(document: PDFKit.PDFDocument, bill: Bill): void {
  if (document.y > page.height - page.margin - 70) document.addPage()
  const { chargeName, periodFrom, periodTo, amountFen, waivedFen, paidFen, owedFen, state, madeOf } = bill
  drawRow(document, 'regular', {
    charge: `${chargeName}（${billStates[state]}）`,
    period: `${periodFrom} 至 ${periodTo.slice(5)}`,
    amount: yuan(amountFen - waivedFen),
    paid: yuan(paidFen),
    owed: yuan(owedFen),
  })
  document.font('regular').fontSize(8).fillColor(ink.quiet)
  for (const { text, amountFen: fen } of madeOf)
    document.text(fen === null ? text : `${text} = ${yuan(fen)} 元`, columns.charge + 10, document.y, {
      width: page.width - 2 * page.margin - 10,
    })
  if (waivedFen > 0) document.text(`已减免 ${yuan(waivedFen)} 元`, columns.charge + 10)
  rule(document)
}

function drawSum(document: PDFKit.PDFDocument, { bills, owedFen, balanceFen, hotline }: Statement): void {
  const sum = (of: (bill: Bill) => number) => yuan(bills.reduce((total, bill) => total + of(bill), 0))
  drawRow(document, 'bold', {
    charge: `合计 ${bills.length} 张`,
    period: '',
    amount: sum(({ amountFen, waivedFen }) => amountFen - waivedFen),
    paid: sum(({ paidFen }) => paidFen),
    owed: sum((bill) => bill.owedFen),
  })
  document.moveDown(0.8).font('bold').fontSize(11).fillColor(ink.accent)
  document.text(`截至制表日，全部账单未缴 ${yuan(owedFen)} 元，预存余额 ${yuan(balanceFen)} 元。`, page.margin)
  document.font('regular').fontSize(9).fillColor(ink.quiet)
  document.text(`对账单如有疑问，请联系物业服务中心：${hotline}`, page.margin)
}

function drawRow(document: PDFKit.PDFDocument, font: 'regular' | 'bold', cells: Record<keyof typeof columns, string>): void {
  const top = document.y
  document.font(font).fontSize(10).fillColor(ink.text)
  document.text(cells.charge, columns.charge, top, { width: columns.period - columns.charge - 6 })
  const bottom = document.y
  document.text(cells.period, columns.period, top, { width: columns.amount - columns.period, lineBreak: false })
  for (const name of ['amount', 'paid', 'owed'] as const)
    document.text(cells[name], columns[name], top, { width, align: 'right', lineBreak: false })
  document.y = bottom
}

function rule(document: PDFKit.PDFDocument): void {
  const y = document.y + 3
  document
    .moveTo(page.margin, y)
    .lineTo(page.width - page.margin, y)
    .lineWidth(0.5)
    .stroke(ink.line)
  document.y = y + 4
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((done, failed) => {
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => done(Buffer.concat(parts)))
    document.on('error', failed)
  })
}
