import { channels, clockNames, repairCategories, repairStates, urgencies, type Page, type RepairRow } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { RepairQueueQuery } from '../http/repairs.dto.ts'
import { listRepairs } from '../queries/list-repairs.ts'

export const repairsExport: ExportableList<RepairQueueQuery, RepairRow> = {
  permission: 'repairs.read',
  filter: RepairQueueQuery,
  columns: [
    { title: '单号', width: 20, cell: (repair) => repair.number },
    { title: '状态', width: 12, cell: (repair) => repairStates[repair.state] },
    { title: '紧急程度', width: 10, cell: (repair) => urgencies[repair.urgency] },
    { title: '类别', width: 14, cell: (repair) => repairCategories[repair.category].label },
    { title: '位置', width: 24, cell: (repair) => repair.placeLabel },
    { title: '描述', width: 40, cell: (repair) => repair.description },
    { title: '报修人', width: 12, cell: (repair) => repair.reporterName },
    { title: '渠道', width: 10, cell: (repair) => channels[repair.channel] },
    { title: '报修时间', width: 20, kind: 'instant', cell: (repair) => repair.reportedAt },
    { title: '处理人', width: 12, cell: (repair) => repair.assignee?.name ?? null },
    { title: '最近时限', width: 20, kind: 'instant', cell: (repair) => repair.dueAt },
    { title: '时限种类', width: 10, cell: (repair) => repair.dueClock && clockNames[repair.dueClock] },
    { title: '已超时', width: 8, cell: (repair) => (repair.late ? '是' : '否') },
    { title: '评分', width: 8, kind: 'number', cell: (repair) => repair.rating },
  ],
  page: async ({ database, act, communityId }, filter) =>
    JSON.parse(await listRepairs(database, act, communityId, filter)) as Page<RepairRow>,
}
