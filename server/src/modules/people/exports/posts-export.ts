import { areasOfWork, certificates, permissions, type PostRow } from '@yinuo/contracts'
import { PageQuery } from '../../../platform/http/page.dto.ts'
import type { ExportableList } from '../../exports/index.ts'
import { listPosts } from '../queries/list-posts.ts'

export const postsExport: ExportableList<PageQuery, PostRow> = {
  permission: 'people.read',
  filter: PageQuery,
  columns: [
    { title: '岗位', width: 18, cell: (post) => post.name },
    { title: '职责', width: 50, cell: (post) => post.duties },
    { title: '工作内容', width: 50, cell: (post) => post.work },
    { title: '职权', width: 40, cell: (post) => post.authority },
    { title: '责任', width: 40, cell: (post) => post.responsibility },
    { title: '任职资格', width: 40, cell: (post) => post.qualification },
    { title: '需要的证书', width: 20, cell: (post) => post.certificates.map((each) => certificates[each]).join('、') },
    { title: '负责的工作', width: 30, cell: (post) => post.answersFor.map((area) => areasOfWork[area]).join('、') },
    { title: '权限', width: 60, cell: (post) => post.permissions.map((permission) => permissions[permission]).join('、') },
    { title: '在任人数', width: 10, kind: 'number', cell: (post) => post.holders },
  ],
  page: async ({ database, act }) => ({ items: await listPosts(database, act), nextCursor: null }),
}
