import { billKinds, billStates, funds } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { BillQuery, type BillRow } from '../http/bills.dto.ts'
import { listBills } from '../queries/list-bills.ts'

const yuan = (fen: number) => fen / 100

export const billsExport: ExportableList<BillQuery, BillRow> = {
  permission: 'billing.read',
  ofCommunity: true,
  filter: BillQuery,
  columns: [
    { title: '房号', width: 20, cell: (bill) => bill.unitLabel },
    { title: '收费项目', width: 18, cell: (bill) => bill.chargeName },
    { title: '类型', width: 10, cell: (bill) => billKinds[bill.kind] },
    { title: '资金归属', width: 12, cell: (bill) => funds[bill.fund] },
    { title: '账期起', width: 12, kind: 'day', cell: (bill) => bill.periodFrom },
    { title: '账期止', width: 12, kind: 'day', cell: (bill) => bill.periodTo },
    { title: '应缴日期', width: 12, kind: 'day', cell: (bill) => bill.dueOn },
    { title: '应收（元）', width: 12, kind: 'money', cell: (bill) => yuan(bill.amountFen) },
    { title: '减免（元）', width: 12, kind: 'money', cell: (bill) => yuan(bill.waivedFen) },
    { title: '已收（元）', width: 12, kind: 'money', cell: (bill) => yuan(bill.paidFen) },
    { title: '未收（元）', width: 12, kind: 'money', cell: (bill) => yuan(bill.owedFen) },
    { title: '状态', width: 12, cell: (bill) => billStates[bill.state] },
  ],
  page: ({ database, act, communityId }, filter) => listBills(database, act, communityId, filter),
}
