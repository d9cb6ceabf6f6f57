import { permissions, type PostRow } from '@yinuo/contracts'
import { PageQuery } from '../../../platform/http/page.dto.ts'
import type { ExportableList } from '../../exports/index.ts'
import { listPosts } from '../queries/list-posts.ts'

export const postsExport: ExportableList<PageQuery, PostRow> = {
  permission: 'people.read',
  filter: PageQuery,
  columns: [
    { title: '岗位', width: 18, cell: (post) => post.name },
    { title: '职责', width: 50, cell: (post) => post.duties },
    { title: '权限', width: 60, cell: (post) => post.permissions.map((permission) => permissions[permission]).join('、') },
    { title: '在任人数', width: 10, kind: 'number', cell: (post) => post.holders },
  ],
  page: async ({ database, act }) => ({ items: await listPosts(database, act), nextCursor: null }),
}
