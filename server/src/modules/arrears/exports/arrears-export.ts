import { ageBands } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { ArrearsQuery, type ArrearsRow } from '../http/arrears.dto.ts'
import { listArrears } from '../queries/list-arrears.ts'

/** As on the screen: names stay masked. */
export const arrearsExport: ExportableList<ArrearsQuery, ArrearsRow> = {
  permission: 'arrears.read',
  filter: ArrearsQuery,
  columns: [
    { title: '楼栋', width: 14, cell: (home) => home.buildingName },
    { title: '房屋', width: 22, cell: (home) => home.unitLabel },
    { title: '业主', width: 18, cell: (home) => home.owners.join('、') },
    { title: '欠费金额（元）', width: 16, kind: 'money', cell: (home) => home.owedFen / 100 },
    { title: '账单笔数', width: 10, kind: 'number', cell: (home) => home.bills },
    { title: '最早缴费日', width: 12, kind: 'day', cell: (home) => home.oldestDueOn },
    { title: '逾期天数', width: 10, kind: 'number', cell: (home) => home.days },
    { title: '账龄', width: 12, cell: (home) => ageBands[home.band] },
    { title: '催缴次数', width: 10, kind: 'number', cell: (home) => home.reminders },
    { title: '最近催缴', width: 12, kind: 'day', cell: (home) => home.remindedOn },
    { title: '暂停提醒', width: 10, cell: (home) => (home.stopped ? '是' : '') },
  ],
  page: ({ database, act, communityId }, filter) => listArrears(database, act, communityId, filter),
}
