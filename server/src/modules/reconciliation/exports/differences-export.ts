import { differenceKinds, differenceStates } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { DifferenceQuery, type DifferenceRow } from '../http/reconciliation.dto.ts'
import { listDifferences } from '../queries/list-differences.ts'

const yuan = (fen: number | null): number | null => (fen === null ? null : fen / 100)

export const payDifferencesExport: ExportableList<DifferenceQuery, DifferenceRow> = {
  permission: 'payments.reconcile',
  ofCommunity: true,
  filter: DifferenceQuery,
  columns: [
    { title: '账单日期', width: 12, cell: (difference) => difference.day },
    { title: '商户号', width: 14, cell: (difference) => difference.account },
    { title: '差异', width: 26, cell: (difference) => differenceKinds[difference.kind] },
    { title: '房屋', width: 22, cell: (difference) => difference.unitLabel },
    { title: '微信账单（元）', width: 14, kind: 'money', cell: (difference) => yuan(difference.billFen) },
    { title: '系统（元）', width: 14, kind: 'money', cell: (difference) => yuan(difference.ourFen) },
    { title: '发生时间', width: 20, kind: 'instant', cell: (difference) => difference.happenedAt },
    { title: '商户单号', width: 36, cell: (difference) => difference.number },
    { title: '微信支付单号', width: 32, cell: (difference) => difference.wechatNumber },
    { title: '状态', width: 10, cell: (difference) => differenceStates[difference.state] },
    { title: '处理说明', width: 30, cell: (difference) => difference.reason },
    { title: '处理人', width: 12, cell: (difference) => difference.settledByName },
    { title: '处理时间', width: 20, kind: 'instant', cell: (difference) => difference.settledAt },
  ],
  page: ({ database, act, communityId }, filter) => listDifferences(database, act, communityId, filter),
}
