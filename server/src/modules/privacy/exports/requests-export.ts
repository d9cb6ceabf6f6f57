import { privacyRequestKinds, privacyRequestStates } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { PrivacyRequestQuery, type PrivacyRequestRow } from '../http/privacy.dto.ts'
import { listPrivacyRequests } from '../queries/list-requests.ts'

/** Names as the screen shows them: masked. */
export const privacyRequestsExport: ExportableList<PrivacyRequestQuery, PrivacyRequestRow> = {
  permission: 'privacy.handle',
  ofCommunity: true,
  filter: PrivacyRequestQuery,
  columns: [
    { title: '申请人', width: 14, cell: (request) => request.nameMasked },
    { title: '事项', width: 14, cell: (request) => privacyRequestKinds[request.kind] },
    { title: '状态', width: 12, cell: (request) => privacyRequestStates[request.state] },
    { title: '申请时间', width: 20, kind: 'instant', cell: (request) => request.askedAt },
    { title: '答复期限', width: 20, kind: 'instant', cell: (request) => request.dueAt },
    { title: '已逾期', width: 8, cell: (request) => (request.late ? '是' : '否') },
    { title: '答复时间', width: 20, kind: 'instant', cell: (request) => request.answeredAt },
    { title: '登记人', width: 14, cell: (request) => request.registeredByName },
  ],
  page: ({ database, act, communityId }, filter) => listPrivacyRequests(database, act, communityId, filter),
}
