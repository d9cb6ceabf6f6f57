import { skills, type StaffRow } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { StaffQuery } from '../http/people.dto.ts'
import { listStaff } from '../queries/list-staff.ts'
import { postWords } from '../rules/post-words.ts'

interface Line extends StaffRow {
  postsHere: string
  isOnDuty: boolean
}

/** The staff of the community that is exported from, whatever communities they work in besides. */
export const staffExport: ExportableList<StaffQuery, Line> = {
  permission: 'people.read',
  filter: StaffQuery,
  columns: [
    { title: '姓名', width: 14, cell: (staff) => staff.name },
    { title: '在职', width: 8, cell: (staff) => (staff.leftOn ? `${staff.leftOn} 离职` : staff.active ? '是' : '已停用') },
    { title: '在岗', width: 8, cell: (staff) => (staff.isOnDuty ? '在岗' : '离岗') },
    { title: '岗位', width: 24, cell: (staff) => staff.postsHere },
    { title: '资质', width: 30, cell: (staff) => staff.skills.map((skill) => skills[skill]).join('、') },
    { title: '手机', width: 16, cell: (staff) => staff.phoneMasked },
    { title: '账号', width: 18, cell: (staff) => staff.login },
  ],
  async page({ database, act, communityId, phone }, filter) {
    const { items, nextCursor } = await listStaff(database, act, { ...filter, communityId }, phone)
    return { items: items.map((staff) => lineOf(staff, communityId)), nextCursor }
  },
}

function lineOf(staff: StaffRow, communityId: string): Line {
  const postsHere = staff.posts.filter((post) => post.scope !== 'community' || post.communityId === communityId).map(postWords)
  return { ...staff, postsHere: postsHere.join('、'), isOnDuty: staff.onDutyIn.includes(communityId) }
}
