import { actionWord, subjectWord, type AuditRow } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { AuditQuery } from '../http/audit.dto.ts'
import { listAudit } from '../queries/list-audit.ts'

/** The record of one community, masked as on the screen. */
export const auditExport: ExportableList<AuditQuery, AuditRow> = {
  permission: 'audit.read',
  ofCommunity: true,
  filter: AuditQuery,
  columns: [
    { title: '时间', width: 20, kind: 'instant', cell: (entry) => entry.at },
    { title: '操作人', width: 14, cell: (entry) => entry.actorName },
    { title: '操作', width: 26, cell: (entry) => actionWord(entry.action) },
    { title: '对象', width: 22, cell: (entry) => subjectWord(entry.subjectKind) },
    { title: '对象编号', width: 38, cell: (entry) => entry.subjectId },
    { title: '改动前', width: 50, cell: (entry) => asText(entry.before) },
    { title: '改动后', width: 50, cell: (entry) => asText(entry.after) },
    { title: '来源', width: 16, cell: (entry) => entry.address },
    { title: '追踪编号', width: 34, cell: (entry) => entry.traceId },
  ],
  page: ({ database, act, communityId }, filter) => listAudit(database, act, { ...filter, communityId }),
}

const asText = (record: unknown) => (record === null || record === undefined ? null : JSON.stringify(record))
