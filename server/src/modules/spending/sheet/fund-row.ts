import {
  fundRecordAccounts,
  fundRecordSides,
  funds,
  incomeCategories,
  moneyLimits,
  spendingCategories,
  type Labels,
} from '@yinuo/contracts'
import { RowReading, type CellsOf, type FaultIn } from '../../imports/index.ts'
import { faultOfRecord, type RecordedSum } from '../rules/index.ts'
import { fundColumns, type FundColumn } from './columns.ts'

export interface FundRow extends RecordedSum {
  row: number
  happenedOn: string
  supplierName: string | null
  reference: string
}

export type FundFault = FaultIn<FundColumn>

/** Reads one row of spending or income; every cell that is wrong is told, not only the first. */
export function readFundRow(row: number, cells: CellsOf<FundColumn>): { entry: FundRow } | { faults: FundFault[] } {
  const reading = new RowReading(row, cells, fundColumns)
  reading.needed('day')
  const happenedOn = reading.day('day')
  const side = reading.word('side', fundRecordSides, reading.needed('side'))
  const fund = reading.word('fund', funds, reading.needed('fund'))
  const categories: Labels<string> = side === 'income' ? incomeCategories : spendingCategories
  const said = reading.needed('category')
  const category = side && reading.word('category', categories, said)
  const amountFen = amountOf(reading)
  const account = reading.word('account', fundRecordAccounts, reading.needed('account'))
  const text = reading.short('text', reading.needed('text'), moneyLimits.text)
  const supplierName = reading.text('supplier')
  const reference = reading.short('reference', reading.text('reference'), moneyLimits.reference) ?? ''
  if (side && fund && category) {
    const fault = faultOfRecord({ side, fund, category })
    if (fault) reading.fault('fund', `：${fault.message}`)
  }
  if (reading.faults.length > 0 || !happenedOn || !side || !fund || !category || !amountFen || !account || !text)
    return { faults: reading.faults }
  return { entry: { row, happenedOn, side, fund, category, amountFen, account, text, supplierName, reference } }
}

/** Exact: what people write as 1,200.50 元 is 120050 fen, and nothing is rounded. */
function amountOf(reading: RowReading<FundColumn>): number | null {
  const said = reading
    .needed('amount')
    ?.replace(/[,\s]/g, '')
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '')
  if (said === undefined) return null
  const parts = /^(\d{1,12})(?:\.(\d{1,2})0*)?$/.exec(said)
  const fen = parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : 0
  if (fen > 0 && fen <= moneyLimits.amountFen) return fen
  reading.fault('amount', '应为大于 0 的数，最多两位小数')
  return null
}
