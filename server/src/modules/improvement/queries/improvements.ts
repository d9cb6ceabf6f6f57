import type {
  ImprovementNumbers,
  ImprovementOwner,
  ImprovementRow,
  ImprovementState,
  ImprovementView,
  Page,
} from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import { caseView, CAUSE_CASE, type CauseCaseRow } from './cause-case.sql.ts'
import { monthBefore } from './figure.sql.ts'

const TODAY = `($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`
const OVERDUE = `(i.state IN ('open', 'doing') AND i.due_on < ${TODAY})`

/** `$1` community, `$2` now. */
const ROW = `
  i.id, i.number, i.title, u.name AS "causeName", i.rule, i.place_label AS "placeLabel", i.owner_id AS "ownerId",
  s.name AS "ownerName", i.due_on::text AS "dueOn", ${OVERDUE} AS overdue, i.state, i.effective,
  i.figure_at_opening::float8 AS "figureAtOpening", ${monthBefore('i', '$2::timestamptz')}::float8 AS "figureNow",
  i.target::float8 AS target, i.opened_at AS "openedAt", t.improvement_id IS NOT NULL AS told`

const FROM = `
  improvements i
  JOIN causes u ON u.company_id = i.company_id AND u.id = i.cause_id
  LEFT JOIN staff s ON s.company_id = i.company_id AND s.id = i.owner_id
  LEFT JOIN improvement_tellings t ON t.community_id = i.community_id AND t.improvement_id = i.id`

const LIST = {
  name: 'list-improvements',
  text: `
    SELECT ${ROW} FROM ${FROM}
    WHERE i.community_id = $1 AND ($3::text IS NULL OR i.state = $3) AND ($4::uuid IS NULL OR i.owner_id = $4)
      AND (NOT $5 OR ${OVERDUE}) AND ($6::timestamptz IS NULL OR (i.opened_at, i.id) < ($6, $7::uuid))
    ORDER BY i.opened_at DESC, i.id DESC LIMIT $8`,
}

const OF_IT = 'x.community_id = i.community_id AND x.improvement_id = i.id'

const READ = {
  name: 'read-improvement',
  text: `
    SELECT ${ROW}, i.cause_id AS "causeId", i.finding, i.measure, i.opened_by_name AS "openedByName", i.done_at AS "doneAt",
      i.checked_at AS "checkedAt", i.figure_before::float8 AS "figureBefore", i.figure_after::float8 AS "figureAfter", i.version,
      (SELECT coalesce(json_agg(${CAUSE_CASE} ORDER BY c.reported_at DESC), '[]') FROM improvement_cases x
        JOIN cases c ON c.community_id = x.community_id AND c.id = x.case_id
        LEFT JOIN case_causes n ON n.community_id = c.community_id AND n.case_id = c.id WHERE ${OF_IT}) AS linked,
      (SELECT coalesce(json_agg(json_build_object('id', x.id, 'text', x.text, 'byName', x.by_name, 'at', x.at) ORDER BY x.at, x.id), '[]')
        FROM improvement_events x WHERE ${OF_IT}) AS timeline,
      CASE WHEN t.improvement_id IS NOT NULL THEN json_build_object('said', t.said, 'changed', t.changed, 'state', t.state,
        'toldAt', t.told_at, 'toldByName', t.told_by_name, 'told', t.told, 'files', (
          SELECT coalesce(json_agg(json_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind,
            'hasThumbnail', f.thumbnail_key IS NOT NULL) ORDER BY array_position(t.file_ids, f.id)), '[]')
          FROM files f WHERE f.community_id = t.community_id AND f.id = ANY (t.file_ids))) END AS telling
    FROM ${FROM} WHERE i.community_id = $1 AND i.id = $3`,
}

type Row = Omit<ImprovementRow, 'openedAt'> & { openedAt: Date }
type KeptTelling = Omit<NonNullable<ImprovementView['telling']>, 'files'> & { files: FileFacts[] }
type ReadRow = Row &
  Pick<ImprovementView, 'causeId' | 'finding' | 'measure' | 'openedByName' | 'figureBefore' | 'figureAfter' | 'version'> & {
    doneAt: Date | null
    checkedAt: Date | null
    linked: CauseCaseRow[]
    timeline: ImprovementView['timeline']
    telling: KeptTelling | null
  }

const iso = (at: string) => new Date(at).toISOString()
const rowView = <Given extends Row>({ openedAt, ...row }: Given) => ({ ...row, openedAt: openedAt.toISOString() })

export interface ImprovementWish {
  state?: ImprovementState
  ownerId?: string
  overdue?: boolean
  cursor?: string
  limit: number
}

/** Improvements of a community, newest first, with what the figure is today. */
export async function listImprovements(
  database: Database,
  act: Act,
  communityId: string,
  { state, ownerId, overdue = false, cursor, limit }: ImprovementWish,
): Promise<Page<ImprovementRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, act.now, state ?? null, ownerId ?? null, overdue, ...after, limit + 1]
  const rows = await database.read<Row>(act.reach, LIST, values)
  return pageOf(rows, limit, (row) => [row.openedAt.toISOString(), row.id], rowView)
}

export async function readImprovement(
  database: Database,
  links: FileLinks,
  act: Act,
  communityId: string,
  id: string,
): Promise<ImprovementView> {
  const [row] = await database.read<ReadRow>(act.reach, READ, [communityId, act.now, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  const { doneAt, checkedAt, linked, timeline, telling, ...rest } = row
  return {
    ...rowView(rest),
    doneAt: doneAt?.toISOString() ?? null,
    checkedAt: checkedAt?.toISOString() ?? null,
    linked: linked.map(caseView),
    timeline: timeline.map((event) => ({ ...event, at: iso(event.at) })),
    telling: telling && {
      ...telling,
      toldAt: iso(telling.toldAt),
      files: telling.files.map((file) => links.fileView(file, act)),
    },
  }
}

/** Who may be given an improvement: who holds the post for it over the whole community. */
export const OWNERS = `
  SELECT s.id AS "staffId", s.name, array_agg(DISTINCT p.name) AS posts
  FROM held_posts h
  JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id AND 'improvement.edit' = ANY (p.permissions)
  JOIN staff s ON s.id = h.staff_id AND s.active
  WHERE h.community_id = $1 AND h.building_ids = '{}' AND ($2::uuid IS NULL OR s.id = $2)
  GROUP BY s.id, s.name ORDER BY s.name, s.id LIMIT 200`

export function listOwners(database: Database, act: Act, communityId: string): Promise<ImprovementOwner[]> {
  return database.read<ImprovementOwner>(act.reach, { name: 'improvement-owners', text: OWNERS }, [communityId, null])
}

const NUMBERS = {
  name: 'improvement-numbers',
  text: `
    SELECT (SELECT count(*)::int FROM improvement_proposals p WHERE p.community_id = $1 AND p.state = 'open') AS proposals,
      (SELECT count(*)::int FROM improvements i WHERE i.community_id = $1 AND ${OVERDUE}) AS overdue`,
}

/** What waits for somebody of the office. */
export async function improvementNumbers(database: Database, act: Act, communityId: string): Promise<ImprovementNumbers> {
  const [numbers] = await database.read<ImprovementNumbers>(act.reach, NUMBERS, [communityId, act.now])
  return numbers!
}
