import { visitStates, visitWays, visitWishes, type VisitRow } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { VisitQuery } from '../http/visits.dto.ts'
import { listVisits } from '../queries/list-visits.ts'

export const visitsExport: ExportableList<VisitQuery, VisitRow> = {
  permission: 'visits.read',
  filter: VisitQuery,
  columns: [
    { title: '轮次', width: 8, kind: 'number', cell: (visit) => visit.roundNumber },
    { title: '楼栋', width: 14, cell: (visit) => visit.buildingName },
    { title: '房号', width: 22, cell: (visit) => visit.unitLabel },
    { title: '住户', width: 20, cell: (visit) => visit.residentNames.join('、') },
    { title: '应访周', width: 12, kind: 'day', cell: (visit) => visit.dueWeek },
    { title: '状态', width: 12, cell: (visit) => visitStates[visit.state] },
    { title: '逾期', width: 8, cell: (visit) => (visit.late ? '是' : '') },
    { title: '方式', width: 8, cell: (visit) => visitWays[visit.way] },
    { title: '住户希望', width: 14, cell: (visit) => visit.wish && visitWishes[visit.wish.wish] },
    { title: '负责人', width: 12, cell: (visit) => visit.assignee?.name ?? '' },
    { title: '未遇次数', width: 10, kind: 'number', cell: (visit) => visit.absences },
    { title: '满意度', width: 8, kind: 'number', cell: (visit) => visit.satisfaction },
    { title: '完成时间', width: 20, kind: 'instant', cell: (visit) => visit.endedAt },
    { title: '回访人', width: 12, cell: (visit) => visit.madeByName },
    { title: '上次回访', width: 12, kind: 'day', cell: (visit) => visit.lastVisitedOn },
  ],
  page: ({ database, act, communityId }, filter) => listVisits(database, act, communityId, filter),
}
