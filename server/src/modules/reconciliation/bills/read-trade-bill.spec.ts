import { describe, expect, it } from '@jest/globals'
import { readFundFlowBill } from './read-fund-flow-bill.ts'
import { readTradeBill } from './read-trade-bill.ts'
import { fenOfYuan, milOfYuan } from './yuan.ts'

type Row = Record<string, string>

const account = { mchid: '1900007001', subMchid: null }
const paid: Row = {
  交易时间: '2026-11-20 23:59:01',
  公众账号ID: 'wx1',
  商户号: '1900007001',
  特约商户号: '0',
  微信订单号: '42000001',
  商户订单号: '0190abcd',
  用户标识: 'o1',
  交易状态: 'SUCCESS',
  货币种类: 'CNY',
  应结订单金额: '0.29',
  微信退款单号: '0',
  商户退款单号: '0',
  退款金额: '0.00',
  退款状态: '',
  商品名称: '一诺花园, 物业费',
  手续费: '0.00174',
  订单金额: '0.29',
  申请退款金额: '0.00',
}
const refunded: Row = {
  ...paid,
  交易状态: 'REFUND',
  应结订单金额: '0.00',
  微信退款单号: '50300001',
  商户退款单号: '0190beef',
  退款金额: '0.10',
  退款状态: 'SUCCESS',
  手续费: '-0.00060',
  订单金额: '0.00',
  申请退款金额: '0.10',
}
const sums: Row = {
  总交易单数: '2',
  应结订单总金额: '0.29',
  退款总金额: '0.10',
  手续费总金额: '0.00114',
  订单总金额: '0.29',
  申请退款总金额: '0.10',
}

function billOf(rows: Row[], summary: Row, names = Object.keys(rows[0]!), sumNames = Object.keys(summary)): string {
  const cells = (columns: string[], row: Row) => columns.map((name) => `\`${row[name]}`).join(',')
  const lines = [names.join(','), ...rows.map((row) => cells(names, row)), sumNames.join(','), cells(sumNames, summary)]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

describe('amounts in yuan', () => {
  it('[FIN-03] become fen exactly, or nothing', () => {
    expect(['0.29', '1.15', '4.35', '-8.10', '100000000', '0.1'].map(fenOfYuan)).toEqual([29, 115, 435, -810, 10_000_000_000, 10])
    expect(['', '0.001', '1,000.00', '1e3', '.5', '0.0000001', '￥1'].map(fenOfYuan)).toEqual(Array(7).fill(null))
    expect(['0.00174', '-0.00060', '-0.00'].map(milOfYuan)).toEqual([174, -60, 0])
  })
})

describe('a trade bill', () => {
  it('[FIN-03] is read by the names of its columns, in whatever order they stand', () => {
    const bill = readTradeBill(billOf([paid, refunded], sums), account)
    expect(bill).toMatchObject({ paidCount: 1, paidFen: 29, refundCount: 1, refundFen: 10, feeMil: 114 })
    expect(bill.lines).toMatchObject([
      { kind: 'payment', number: '0190abcd', wechatNumber: '42000001', amountFen: 29 },
      { kind: 'refund', number: '0190beef', wechatNumber: '50300001', state: 'SUCCESS', amountFen: 10 },
    ])
    expect(bill.lines[0]!.happenedAt.toISOString()).toBe('2026-11-20T15:59:01.000Z')
    const turned = billOf([paid, refunded], sums, Object.keys(paid).reverse(), Object.keys(sums).reverse())
    expect(readTradeBill(turned, account)).toEqual(bill)
  })

  it.each([
    ['sums that are not those of its lines', [paid, refunded], { ...sums, 订单总金额: '0.30' }, '订单总金额'],
    ['a line too few', [paid], sums, '总交易单数'],
    ['a merchant that is another', [{ ...paid, 商户号: '1900007009' }], sums, '商户号'],
    ['another currency', [{ ...paid, 货币种类: 'USD' }], sums, 'USD'],
    ['a state nobody knows', [{ ...paid, 交易状态: 'MAYBE' }], sums, 'MAYBE'],
    ['an amount that is none', [{ ...paid, 订单金额: '0.2九' }], sums, '不是金额'],
  ])('[FIN-03] is refused with %s', (_what, rows, summary, said) => {
    expect(() => readTradeBill(billOf(rows, summary), account)).toThrow(said)
  })

  it('[FIN-03] is refused when a column is missing, a row is cut off, or it is no bill', () => {
    const names = Object.keys(paid).filter((name) => name !== '手续费')
    expect(() => readTradeBill(billOf([paid, refunded], sums, names), account)).toThrow('缺少“手续费”')
    const whole = billOf([paid, refunded], sums)
    expect(() => readTradeBill(whole.slice(0, -20), account)).toThrow('列数')
    expect(() => readTradeBill(whole.split('\r\n').slice(0, 3).join('\r\n'), account)).toThrow('无法识别')
    expect(() => readTradeBill('', account)).toThrow('无法识别')
    expect(() => readTradeBill('<html>502</html>', account)).toThrow('无法识别')
  })
})

describe('a fund flow bill', () => {
  const flow = (name: string, side: string, amount: string): Row => ({ 业务名称: name, 收支类型: side, '收支金额(元)': amount })
  const rows = [flow('交易', '收入', '10.00'), flow('扣除交易手续费', '支出', '0.06'), flow('退款', '支出', '2.00')]
  const all = [...rows, flow('退还交易手续费', '收入', '0.01'), flow('提现', '支出', '5.00')]
  const summary = { 资金流水总笔数: '5', 收入笔数: '2', 收入金额: '10.01', 支出笔数: '3', 支出金额: '7.06' }

  it('[FIN-03] says what trades brought, took and cost; withdrawals are not trades', () => {
    expect(readFundFlowBill(billOf(all, summary))).toEqual({ inFen: 1000, outFen: 200, feeFen: 5 })
    expect(() => readFundFlowBill(billOf(all, { ...summary, 支出金额: '7.07' }))).toThrow('汇总')
  })
})
