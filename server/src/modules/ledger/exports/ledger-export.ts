import { entryKinds, funds } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { LedgerQuery, type LedgerEntryRow } from '../http/ledger.dto.ts'
import { listEntries } from '../queries/entries.ts'

export const ledgerExport: ExportableList<LedgerQuery, LedgerEntryRow> = {
  permission: 'ledger.read',
  ofCommunity: true,
  filter: LedgerQuery,
  columns: [
    { title: '日期', width: 12, kind: 'day', cell: (entry) => entry.bookedOn },
    { title: '业务类型', width: 12, cell: (entry) => entryKinds[entry.kind] },
    { title: '摘要', width: 44, cell: (entry) => entry.text },
    { title: '金额（元）', width: 16, kind: 'money', cell: (entry) => entry.amountFen / 100 },
    { title: '资金类别', width: 20, cell: (entry) => entry.funds.map((fund) => funds[fund]).join('、') },
    { title: '凭证附件', width: 10, kind: 'number', cell: (entry) => entry.vouchers },
    { title: '冲销', width: 10, cell: (entry) => (entry.reversedBy ? '已被冲销' : '') },
    { title: '记账人', width: 12, cell: (entry) => entry.postedByName },
    { title: '记账时间', width: 20, kind: 'instant', cell: (entry) => entry.postedAt },
  ],
  page: ({ database, act, communityId }, filter) => listEntries(database, act, communityId, filter),
}
