import {
  callKinds,
  complaintCategories,
  complaintSorts,
  complaintStates,
  conversationStates,
  repairCategories,
  repairStates,
} from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { HotlineCallQuery, type HotlineCall } from '../http/hotline.dto.ts'
import { listCalls } from '../queries/list-calls.ts'

const states: Readonly<Record<string, string>> = { ...conversationStates, ...repairStates, ...complaintStates }

function aboutOf({ kind, category, sort }: HotlineCall): string {
  if (kind === 'repair') return repairCategories[category as keyof typeof repairCategories].label
  if (kind === 'consultation') return '咨询'
  return `${complaintSorts[sort!]}·${complaintCategories[category as keyof typeof complaintCategories]}`
}

export const hotlineCallsExport: ExportableList<HotlineCallQuery, HotlineCall> = {
  permission: 'complaints.read',
  ofCommunity: true,
  filter: HotlineCallQuery,
  columns: [
    { title: '来电时间', width: 20, kind: 'instant', cell: (call) => call.reportedAt },
    { title: '单号', width: 22, cell: (call) => call.number },
    { title: '去向', width: 12, cell: (call) => callKinds[call.kind] },
    { title: '事项', width: 18, cell: aboutOf },
    { title: '来电人', width: 12, cell: (call) => call.callerName },
    { title: '来电号码', width: 16, cell: (call) => call.callerPhoneMasked },
    { title: '位置', width: 22, cell: (call) => call.placeLabel },
    { title: '内容', width: 40, cell: (call) => call.description },
    { title: '当场答复', width: 40, cell: (call) => call.answer },
    { title: '状态', width: 12, cell: (call) => states[call.state] ?? call.state },
    { title: '已超时', width: 8, cell: (call) => (call.late ? '是' : '否') },
    { title: '登记人', width: 12, cell: (call) => call.takenByName },
    { title: '处理人', width: 12, cell: (call) => call.assigneeName },
  ],
  page: ({ database, act, communityId }, filter) => listCalls(database, act, communityId, filter),
}
