import { noticeCategories, noticeStates } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { NoticeQuery, type NoticeRow } from '../http/notices.dto.ts'
import { listNotices } from '../queries/list-notices.ts'

export const noticesExport: ExportableList<NoticeQuery, NoticeRow> = {
  permission: 'notices.read',
  filter: NoticeQuery,
  columns: [
    { title: '标题', width: 40, cell: (notice) => notice.title },
    { title: '类别', width: 14, cell: (notice) => noticeCategories[notice.category] },
    { title: '状态', width: 12, cell: (notice) => noticeStates[notice.state] },
    { title: '范围', width: 30, cell: (notice) => notice.audienceText },
    { title: '紧急', width: 8, cell: (notice) => (notice.urgent ? '是' : '') },
    { title: '置顶到', width: 12, kind: 'day', cell: (notice) => notice.pinnedUntil },
    { title: '版本', width: 8, kind: 'number', cell: (notice) => notice.edition },
    { title: '撰写', width: 12, cell: (notice) => notice.writtenByName },
    { title: '发布时间', width: 20, kind: 'instant', cell: (notice) => notice.publishedAt },
  ],
  page: ({ database, act, communityId }, filter) => listNotices(database, act, communityId, filter),
}
