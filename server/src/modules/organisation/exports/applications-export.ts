import { applicationStates, residencyRoles, type ResidenceApplication } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { ApplicationQuery } from '../http/organisation.dto.ts'
import { listApplications } from '../queries/list-applications.ts'

export const applicationsExport: ExportableList<ApplicationQuery, ResidenceApplication> = {
  permission: 'applications.review',
  filter: ApplicationQuery,
  columns: [
    { title: '房屋', width: 24, cell: (application) => application.unitLabel },
    { title: '姓名', width: 14, cell: (application) => application.name },
    { title: '身份', width: 10, cell: (application) => residencyRoles[application.role] },
    { title: '手机', width: 16, cell: (application) => application.phoneMasked },
    { title: '与档案一致', width: 12, cell: (application) => (application.matchesArchive ? '是' : '否') },
    { title: '状态', width: 10, cell: (application) => applicationStates[application.state] },
    { title: '留言', width: 30, cell: (application) => application.note },
    { title: '提交时间', width: 20, kind: 'instant', cell: (application) => application.createdAt },
    { title: '处理时间', width: 20, kind: 'instant', cell: (application) => application.decidedAt },
    { title: '未通过原因', width: 30, cell: (application) => application.decisionReason },
  ],
  page: ({ database, links, act, communityId, phone }, filter) =>
    listApplications(database, links, act, communityId, filter, phone),
}
