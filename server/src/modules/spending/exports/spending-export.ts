import {
  fundRecordAccounts,
  fundRecordSides,
  fundRecordStates,
  funds,
  incomeCategories,
  spendingCategories,
} from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { FundRecordQuery, type FundRecordRow } from '../http/spending.dto.ts'
import { listRecords } from '../queries/records.ts'

const categoryWord = ({ side, category }: FundRecordRow) =>
  (side === 'spending' ? spendingCategories : incomeCategories)[category as 'other'] ?? category

export const fundRecordsExport: ExportableList<FundRecordQuery, FundRecordRow> = {
  permission: 'ledger.read',
  ofCommunity: true,
  filter: FundRecordQuery,
  columns: [
    { title: '日期', width: 12, kind: 'day', cell: (record) => record.happenedOn },
    { title: '收支', width: 8, cell: (record) => fundRecordSides[record.side] },
    { title: '资金类别', width: 14, cell: (record) => funds[record.fund] },
    { title: '项目', width: 20, cell: categoryWord },
    { title: '金额（元）', width: 16, kind: 'money', cell: (record) => record.amountFen / 100 },
    { title: '收付方式', width: 12, cell: (record) => fundRecordAccounts[record.account] },
    { title: '供应商', width: 28, cell: (record) => record.supplierName },
    { title: '票据号', width: 20, cell: (record) => record.reference },
    { title: '摘要', width: 44, cell: (record) => record.text },
    { title: '状态', width: 10, cell: (record) => fundRecordStates[record.state] },
    { title: '凭证附件', width: 10, kind: 'number', cell: (record) => record.vouchers },
    { title: '登记人', width: 12, cell: (record) => record.enteredByName },
    { title: '审批人', width: 12, cell: (record) => record.decidedByName },
    { title: '登记时间', width: 20, kind: 'instant', cell: (record) => record.enteredAt },
  ],
  page: ({ database, act, communityId }, filter) => listRecords(database, act, communityId, filter),
}
