import type { Page, StaffRow } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { isUuid } from '../../../platform/http/values.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import { communitiesWith, type CallerAct } from '../../access/index.ts'

export interface StaffFilter {
  communityId?: string
  query?: string
  cursor?: string
  limit: number
}

type Row = Omit<StaffRow, 'phoneMasked'> & { phone: string }

const staffRow = `
  s.id, s.name, s.phone, s.login, s.active, s.skills, s.version,
  coalesce((SELECT json_agg(json_build_object('communityId', c.id, 'communityName', c.name, 'postId', p.id, 'postName', p.name)
              ORDER BY c.name, p.name)
            FROM staff_posts sp
            JOIN communities c ON c.id = sp.community_id
            JOIN posts p ON p.company_id = sp.company_id AND p.id = sp.post_id
            WHERE sp.staff_id = s.id), '[]') AS posts,
  coalesce((SELECT json_agg(d.community_id) FROM duty_periods d WHERE d.staff_id = s.id AND d.until IS NULL), '[]') AS "onDutyIn"`

/** Those in office first, then by name; a telephone number is found by its whole. */
const LIST_STAFF = {
  name: 'list-staff',
  text: `
    SELECT ${staffRow} FROM staff s
    WHERE s.company_id = $1
      AND EXISTS (SELECT 1 FROM staff_posts held WHERE held.staff_id = s.id AND held.community_id = ANY ($2::uuid[]))
      AND ($3::text IS NULL OR strpos(s.name, $3) > 0 OR strpos(s.login, lower($3)) > 0 OR s.phone = $3)
      AND ($4::uuid IS NULL OR (NOT s.active, s.name, s.id) >
        (SELECT NOT last.active, last.name, last.id FROM staff last WHERE last.company_id = $1 AND last.id = $4))
    ORDER BY NOT s.active, s.name, s.id LIMIT $5`,
}

const FIND_STAFF = {
  name: 'find-staff-row',
  text: `SELECT ${staffRow} FROM staff s WHERE s.company_id = $1 AND s.id = $2`,
}

export async function listStaff(database: Database, act: CallerAct, filter: StaffFilter): Promise<Page<StaffRow>> {
  const mine = communitiesWith(act.caller, 'people.read')
  if (filter.communityId && !mine.includes(filter.communityId)) throw new ProblemError('NOT_FOUND')
  if (filter.cursor && !isUuid(filter.cursor)) {
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'cursor', message: '翻页位置不正确，请重新打开列表。' }])
  }
  const rows = await database.read<Row>(act.reach, LIST_STAFF, [
    act.caller.staff!.companyId,
    filter.communityId ? [filter.communityId] : mine,
    filter.query ?? null,
    filter.cursor ?? null,
    filter.limit + 1,
  ])
  const items = rows.slice(0, filter.limit).map(masked)
  return { items, nextCursor: rows.length > filter.limit ? items.at(-1)!.id : null }
}

export async function findStaffRow(database: Database, act: CallerAct, staffId: string): Promise<StaffRow> {
  const [row] = await database.read<Row>(act.reach, FIND_STAFF, [act.caller.staff!.companyId, staffId])
  if (!row) throw new ProblemError('NOT_FOUND')
  return masked(row)
}

function masked({ phone, ...row }: Row): StaffRow {
  return { ...row, phoneMasked: maskPhone(phone) }
}
