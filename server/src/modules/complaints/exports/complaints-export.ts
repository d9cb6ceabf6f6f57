import {
  channels,
  complaintCategories,
  complaintClocks,
  complaintLevels,
  complaintSorts,
  complaintStates,
  postCodes,
  urgencies,
} from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { ComplaintQuery, type ComplaintRow } from '../http/complaints.dto.ts'
import { listComplaints } from '../queries/list-complaints.ts'

const clockOf = ({ dueClock }: ComplaintRow) => dueClock && complaintClocks[dueClock as keyof typeof complaintClocks]

/** As on the screen: who wrote without a name has none here either. */
export const complaintsExport: ExportableList<ComplaintQuery, ComplaintRow> = {
  permission: 'complaints.read',
  filter: ComplaintQuery,
  columns: [
    { title: '编号', width: 20, cell: (complaint) => complaint.number },
    { title: '类型', width: 8, cell: (complaint) => complaintSorts[complaint.sort] },
    { title: '状态', width: 12, cell: (complaint) => complaintStates[complaint.state] },
    { title: '类别', width: 12, cell: (complaint) => complaintCategories[complaint.category] },
    { title: '紧急程度', width: 10, cell: (complaint) => urgencies[complaint.urgency] },
    { title: '内容', width: 50, cell: (complaint) => complaint.description },
    { title: '位置', width: 24, cell: (complaint) => complaint.placeLabel },
    { title: '投诉人', width: 12, cell: (complaint) => complaint.reporterName },
    { title: '责任部门', width: 14, cell: (complaint) => postCodes[complaint.department] },
    { title: '处理人', width: 12, cell: (complaint) => complaint.assignee?.name ?? null },
    { title: '要求处理的层级', width: 14, cell: (complaint) => complaintLevels[complaint.level] },
    { title: '复杂', width: 8, cell: (complaint) => (complaint.complex ? '是' : '') },
    { title: '来源', width: 12, cell: (complaint) => channels[complaint.channel] },
    { title: '登记时间', width: 20, kind: 'instant', cell: (complaint) => complaint.reportedAt },
    { title: '最近时限', width: 20, kind: 'instant', cell: (complaint) => complaint.dueAt },
    { title: '时限种类', width: 14, cell: clockOf },
    { title: '已超时', width: 8, cell: (complaint) => (complaint.late ? '是' : '否') },
    { title: '满意度', width: 8, kind: 'number', cell: (complaint) => complaint.rating },
  ],
  page: ({ database, act, communityId }, filter) => listComplaints(database, act, communityId, filter),
}
