import { documentDues, documentStates } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { DocumentQuery, type DocumentRow } from '../http/documents.dto.ts'
import { listDocuments } from '../queries/list-documents.ts'
import { searchDocuments } from '../queries/search-documents.ts'

/** What the reader's posts let them see of the documents, and nothing of what is in them. */
export const documentsExport: ExportableList<DocumentQuery, DocumentRow> = {
  permission: 'documents.read',
  ofCommunity: true,
  filter: DocumentQuery,
  columns: [
    { title: '编号', width: 16, cell: (document) => document.number },
    { title: '标题', width: 40, cell: (document) => document.title },
    { title: '分类', width: 18, cell: (document) => document.categoryName },
    { title: '范围', width: 10, cell: (document) => (document.companyWide ? '全公司' : '本小区') },
    { title: '标签', width: 24, cell: (document) => document.tags.join('、') },
    { title: '状态', width: 10, cell: (document) => documentStates[document.state] },
    { title: '版本', width: 8, kind: 'number', cell: (document) => document.currentVersion },
    { title: '有效期至', width: 12, kind: 'day', cell: (document) => document.validUntil },
    { title: '复审日', width: 12, kind: 'day', cell: (document) => document.reviewBy },
    { title: '到期情况', width: 12, cell: (document) => document.due && documentDues[document.due] },
    { title: '文件名', width: 30, cell: (document) => document.fileName },
    { title: '更新时间', width: 20, kind: 'instant', cell: (document) => document.updatedAt },
  ],
  page: ({ database, act, communityId }, { query, ...wish }) =>
    query ? searchDocuments(database, act, communityId, { ...wish, query }) : listDocuments(database, act, communityId, wish),
}
