import type { BoxOpeningRow, BoxOpeningView, BoxSlip, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

const ROW = `
  o.id, o.box_id AS "boxId", b.name AS "boxName", b.place AS "boxPlace", o.opened_at AS "openedAt", o.opened_by_name AS "openedByName",
  o.witness, o.slips, o.registered, o.registered = o.slips AS done, o.note, o.version`

interface Row extends Omit<BoxOpeningRow, 'openedAt'> {
  openedAt: Date
}

const LIST = {
  name: 'list-box-openings',
  text: `
    SELECT ${ROW} FROM box_openings o
    JOIN suggestion_boxes b ON b.community_id = o.community_id AND b.id = o.box_id
    WHERE o.community_id = $1 AND ($2::uuid IS NULL OR o.box_id = $2) AND ($3::boolean IS NULL OR (o.registered < o.slips) = $3)
      AND ($4::timestamptz IS NULL OR (o.opened_at, o.id) < ($4, $5::uuid))
    ORDER BY o.opened_at DESC, o.id DESC LIMIT $6`,
}

export interface OpeningFilters {
  boxId?: string
  unfinished?: boolean
  cursor?: string
  limit: number
}

export async function listOpenings(
  database: Database,
  act: CallerAct,
  communityId: string,
  { boxId, unfinished, cursor, limit }: OpeningFilters,
): Promise<Page<BoxOpeningRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communityId, boxId ?? null, unfinished ?? null, ...after, limit + 1]
  const rows = await database.read<Row>(act.reach, LIST, values)
  return pageOf(rows, limit, (row) => [row.openedAt.toISOString(), row.id], rowView)
}

const rowView = (row: Row): BoxOpeningRow => ({ ...row, openedAt: row.openedAt.toISOString() })

const READ = {
  name: 'read-box-opening',
  text: `
    SELECT ${ROW},
      coalesce((SELECT json_agg(json_build_object('ordinal', l.ordinal, 'registeredByName', l.registered_by_name,
          'registeredAt', l.registered_at, 'unreadableBecause', l.unreadable_because, 'complaintId', c.id, 'number', c.number,
          'sort', k.sort, 'category', c.category, 'description', c.description, 'state', c.state) ORDER BY l.ordinal)
        FROM box_slips l
        LEFT JOIN cases c ON c.community_id = l.community_id AND c.id = l.case_id
        LEFT JOIN complaints k ON k.community_id = l.community_id AND k.case_id = l.case_id
        WHERE l.community_id = o.community_id AND l.opening_id = o.id), '[]') AS items,
      coalesce((SELECT json_agg(json_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind, 'hasThumbnail', f.thumbnail_key IS NOT NULL) ORDER BY f.id)
        FROM files f WHERE f.community_id = o.community_id AND f.id = ANY (o.file_ids)), '[]') AS files
    FROM box_openings o
    JOIN suggestion_boxes b ON b.community_id = o.community_id AND b.id = o.box_id
    WHERE o.community_id = $1 AND o.id = $2`,
}

type Found = Row & { items: BoxSlip[]; files: FileFacts[] }

export async function readOpening(
  database: Database,
  links: FileLinks,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<BoxOpeningView> {
  const [found] = await database.read<Found>(act.reach, READ, [communityId, id])
  if (!found) throw new ProblemError('NOT_FOUND')
  const { files, items, ...row } = found
  return {
    ...rowView(row),
    items: items.map((slip) => ({ ...slip, registeredAt: new Date(slip.registeredAt).toISOString() })),
    files: files.map((file) => links.fileView(file, act)),
  }
}
