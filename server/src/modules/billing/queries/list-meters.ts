import type { MeterKind, MeterReadingDetail, MeterView, Page } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

const READING = `'id', r.id, 'readOn', r.read_on, 'value', r.value, 'before', r.before, 'used', r.used, 'how', r.how,
  'rolledOver', r.rolled_over, 'unusual', r.unusual, 'readByName', r.read_by_name, 'version', r.version`

const METER = `
  m.id, m.unit_id AS "unitId", u.label AS "unitLabel", m.kind, m.number, m.digits, m.installed_on::text AS "installedOn",
  m.first_reading::float8 AS "firstReading", m.removed_on::text AS "removedOn", m.version,
  (SELECT jsonb_build_object(${READING}) FROM meter_readings r WHERE r.community_id = m.community_id AND r.meter_id = m.id
   ORDER BY r.read_on DESC LIMIT 1) AS last`

const LIST = {
  name: 'list-meters',
  text: `
    SELECT * FROM (SELECT ${METER} FROM meters m JOIN units u ON u.community_id = m.community_id AND u.id = m.unit_id
      WHERE m.community_id = $1 AND ($2::text IS NULL OR m.kind = $2) AND ($3::uuid IS NULL OR m.unit_id = $3)
        AND ($4::uuid IS NULL OR u.building_id = $4) AND ($6 OR m.removed_on IS NULL)
        AND ($5::text IS NULL OR strpos(m.number, $5) > 0 OR strpos(u.room_key, room_key($5)) > 0)
        AND ($8::text IS NULL OR (u.label, m.id) > ($8, $9::uuid))) found
    WHERE $7::boolean IS NOT TRUE OR (last->>'unusual')::boolean
    ORDER BY "unitLabel", id LIMIT $10`,
}

export async function listMeters(
  database: Database,
  act: CallerAct,
  communityId: string,
  wish: {
    kind?: MeterKind
    unitId?: string
    buildingId?: string
    query?: string
    removed?: boolean
    unusual?: boolean
    cursor?: string
    limit: number
  },
): Promise<Page<MeterView>> {
  const after = readCursor(wish.cursor, 2) ?? [null, null]
  const rows = await database.read<MeterView>(act.reach, LIST, [
    communityId,
    wish.kind ?? null,
    wish.unitId ?? null,
    wish.buildingId ?? null,
    wish.query ?? null,
    wish.removed ?? false,
    wish.unusual ?? null,
    ...after,
    wish.limit + 1,
  ])
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.unitLabel, row.id],
    (row) => row,
  )
}

const READ = {
  name: 'read-meter',
  text: `SELECT ${METER} FROM meters m JOIN units u ON u.community_id = m.community_id AND u.id = m.unit_id WHERE m.community_id = $1 AND m.id = $2`,
}

export async function readMeter(database: Database, act: CallerAct, communityId: string, id: string): Promise<MeterView> {
  const [meter] = await database.read<MeterView>(act.reach, READ, [communityId, id])
  if (!meter) throw new ProblemError('NOT_FOUND')
  return meter
}

const READINGS = {
  name: 'list-meter-readings',
  text: `
    SELECT coalesce((SELECT jsonb_agg(jsonb_build_object(${READING}, 'file', CASE WHEN f.id IS NOT NULL THEN jsonb_build_object(
        'communityId', f.community_id, 'id', f.id, 'kind', f.kind, 'hasThumbnail', f.thumbnail_key IS NOT NULL) END) ORDER BY r.read_on DESC)
      FROM (SELECT * FROM meter_readings x WHERE x.community_id = m.community_id AND x.meter_id = m.id ORDER BY x.read_on DESC LIMIT 60) r
      LEFT JOIN files f ON f.community_id = r.community_id AND f.id = r.file_id), '[]') AS readings
    FROM meters m WHERE m.community_id = $1 AND m.id = $2`,
}

type ReadingRow = Omit<MeterReadingDetail, 'photo'> & { file: FileFacts | null }

export async function listReadings(
  { database, links }: { database: Database; links: FileLinks },
  act: CallerAct,
  communityId: string,
  meterId: string,
): Promise<MeterReadingDetail[]> {
  const [row] = await database.read<{ readings: ReadingRow[] }>(act.reach, READINGS, [communityId, meterId])
  if (!row) throw new ProblemError('NOT_FOUND')
  return row.readings.map(({ file, ...reading }) => ({ ...reading, photo: file && links.fileView(file, act) }))
}
