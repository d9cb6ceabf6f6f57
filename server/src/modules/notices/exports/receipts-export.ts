import { receiptStates, residencyRoles } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { ReceiptExportQuery, type NoticeReceipt } from '../http/receipts.dto.ts'
import { listReceipts } from '../queries/receipts.ts'

export const receiptsExport: ExportableList<ReceiptExportQuery, NoticeReceipt> = {
  permission: 'notices.read',
  filter: ReceiptExportQuery,
  columns: [
    { title: '房屋', width: 24, cell: (receipt) => receipt.unitLabel },
    { title: '姓名', width: 14, cell: (receipt) => receipt.name },
    { title: '身份', width: 10, cell: (receipt) => residencyRoles[receipt.role] },
    { title: '阅读情况', width: 14, cell: (receipt) => receiptStates[receipt.state] },
    { title: '阅读时间', width: 20, kind: 'instant', cell: (receipt) => receipt.readAt },
  ],
  page: ({ database, act, communityId }, { noticeId, ...filter }) => listReceipts(database, act, communityId, noticeId, filter),
}
