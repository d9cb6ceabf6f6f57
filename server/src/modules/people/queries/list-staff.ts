import type { Page, PostScope, StaffRow, StaffStanding } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { isUuid } from '../../../platform/http/values.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import { communitiesWith, type CallerAct } from '../../access/index.ts'
import { postsOf } from './staff-post.sql.ts'

export interface StaffFilter {
  communityId?: string
  query?: string
  postId?: string
  scope?: PostScope
  standing?: StaffStanding
  cursor?: string
  limit: number
}

type Row = Omit<StaffRow, 'phoneMasked'> & { phone: string }

const staffRow = `
  s.id, s.name, s.phone, s.login, s.active, s.left_on::text AS "leftOn", s.skills, s.version, ${postsOf('s.id')} AS posts,
  coalesce((SELECT json_agg(d.community_id) FROM duty_periods d WHERE d.staff_id = s.id AND d.until IS NULL), '[]') AS "onDutyIn"`

/** Whether one held post has the post and the scope asked for, in the communities asked about. */
const holdsAsAsked = `
  EXISTS (SELECT 1 FROM held_posts held WHERE held.staff_id = s.id AND held.community_id = ANY ($2::uuid[])
    AND ($6::uuid IS NULL OR held.post_id = $6)
    AND ($7::text IS NULL OR $7 = CASE
      WHEN EXISTS (SELECT 1 FROM staff_posts sp WHERE sp.community_id = held.community_id AND sp.staff_id = s.id AND sp.post_id = held.post_id)
        THEN 'community'
      WHEN EXISTS (SELECT 1 FROM wide_posts w WHERE w.staff_id = s.id AND w.post_id = held.post_id AND w.region_id IS NULL)
        THEN 'company'
      ELSE 'region' END))`

const standing = `
  CASE $8
    WHEN 'left' THEN s.left_on IS NOT NULL
    WHEN 'disabled' THEN NOT s.active AND s.left_on IS NULL
    WHEN 'on-duty' THEN s.active AND EXISTS (
      SELECT 1 FROM duty_periods d WHERE d.staff_id = s.id AND d.until IS NULL AND d.community_id = ANY ($2::uuid[]))
    WHEN 'off-duty' THEN s.active AND NOT EXISTS (
      SELECT 1 FROM duty_periods d WHERE d.staff_id = s.id AND d.until IS NULL AND d.community_id = ANY ($2::uuid[]))
    ELSE s.left_on IS NULL
  END`

/** Those in office first, then by name; a telephone number is found by its whole. Who left is found where they worked last. */
const LIST_STAFF = {
  name: 'list-staff',
  text: `
    SELECT ${staffRow} FROM staff s
    WHERE s.company_id = $1
      AND CASE WHEN s.left_on IS NULL THEN ${holdsAsAsked}
        ELSE EXISTS (SELECT 1 FROM hand_overs h WHERE h.staff_id = s.id AND h.community_ids && $2::uuid[]) END
      AND ${standing}
      AND ($3::text IS NULL OR strpos(s.name, $3) > 0 OR strpos(s.login, lower($3)) > 0 OR s.phone = $3)
      AND ($4::uuid IS NULL OR (NOT s.active, s.name, s.id) >
        (SELECT NOT last.active, last.name, last.id FROM staff last WHERE last.company_id = $1 AND last.id = $4))
    ORDER BY NOT s.active, s.name, s.id LIMIT $5`,
}

const FIND_STAFF = {
  name: 'find-staff-row',
  text: `SELECT ${staffRow} FROM staff s WHERE s.company_id = $1 AND s.id = $2`,
}

export async function listStaff(
  database: Database,
  act: CallerAct,
  filter: StaffFilter,
  phone = maskPhone,
): Promise<Page<StaffRow>> {
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
    filter.postId ?? null,
    filter.scope ?? null,
    filter.standing ?? null,
  ])
  const items = rows.slice(0, filter.limit).map((row) => view(row, phone))
  return { items, nextCursor: rows.length > filter.limit ? items.at(-1)!.id : null }
}

export async function findStaffRow(database: Database, act: CallerAct, staffId: string): Promise<StaffRow> {
  const [row] = await database.read<Row>(act.reach, FIND_STAFF, [act.caller.staff!.companyId, staffId])
  if (!row) throw new ProblemError('NOT_FOUND')
  return view(row, maskPhone)
}

function view({ phone, ...row }: Row, shown: (phone: string) => string): StaffRow {
  return { ...row, phoneMasked: shown(phone) }
}
