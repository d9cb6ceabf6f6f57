import type { ImportedKind, ImportUndone } from '@yinuo/contracts'
import { NO_ROW_BY_ROW, type Ask } from './ask.ts'

export interface Batch {
  communityId: string
  batchId: string
}

/** What came first is removed last: nothing may point to what goes. */
const ORDER: readonly ImportedKind[] = ['vehicles', 'parking_spaces', 'residencies', 'residents', 'units', 'buildings']

/** Takes an import back. What somebody changed or used since is left, with the reason beside it. */
export async function takeBack(ask: Ask, { communityId, batchId }: Batch): Promise<ImportUndone> {
  const values = [communityId, batchId]
  await ask('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`import:${communityId}`])
  // Which import the rows that are removed were made by: the policies ask for it.
  await ask(`SELECT set_config('app.undone_import', $1, true)`, [batchId])
  await ask(NO_ROW_BY_ROW)
  await ask(RESTORE_UNITS, values)
  await ask(RESTORE_RESIDENCIES, values)
  const references = await ask<Reference>(REFERENCES)
  for (const kind of ORDER) {
    await ask(leaveChanged(kind), values)
    for (const text of usesOf(kind, references)) await ask(text, values)
    await ask(remove(kind), values)
  }
  const [undone] = await ask<ImportUndone>(COUNTS, values)
  return undone!
}

const OF_THIS = (kind: ImportedKind) =>
  `i.community_id = $1 AND i.batch_id = $2 AND i.table_name = '${kind}' AND i.left_because IS NULL`
const MADE = (kind: ImportedKind) => `${OF_THIS(kind)} AND i.before IS NULL`

/**
 * Nobody has touched it: the version is still the one the import left. The row is then again as an import before this one left
 * it, which can be undone as well.
 */
const restore = (kind: ImportedKind, set: string, unless = 'false') => `
  WITH restored AS (
    UPDATE ${kind} t SET ${set}, version = t.version + 1
    FROM import_changes i
    WHERE ${OF_THIS(kind)} AND i.before IS NOT NULL AND t.community_id = $1 AND t.id = i.row_id AND t.version = i.version AND NOT (${unless})
    RETURNING t.id, t.version, i.version - 1 AS version_before
  ), as_left_before AS (
    UPDATE import_changes e SET version = r.version
    FROM restored r
    WHERE e.community_id = $1 AND e.table_name = '${kind}' AND e.row_id = r.id AND e.version = r.version_before AND e.batch_id <> $2
  )
  UPDATE import_changes i SET left_because = '导入之后有人修改过'
  WHERE ${OF_THIS(kind)} AND i.before IS NOT NULL AND NOT EXISTS (SELECT 1 FROM restored r WHERE r.id = i.row_id)`

const RESTORE_UNITS = restore(
  'units',
  `floor = (i.before ->> 'floor')::int, use = i.before ->> 'use', state = i.before ->> 'state',
   area_square_centimetres = (i.before ->> 'area_square_centimetres')::bigint, delivered_on = (i.before ->> 'delivered_on')::date`,
)

const RESTORE_RESIDENCIES = restore(
  'residencies',
  `valid_from = (i.before ->> 'valid_from')::date, valid_until = (i.before ->> 'valid_until')::date,
   share_percent = (i.before ->> 'share_percent')::numeric`,
  `EXISTS (SELECT 1 FROM residencies o WHERE o.community_id = $1 AND o.unit_id = t.unit_id AND o.resident_id = t.resident_id
     AND o.role = t.role AND o.id <> t.id AND o.valid_from = (i.before ->> 'valid_from')::date)`,
)

const leaveChanged = (kind: ImportedKind) => `
  UPDATE import_changes i SET left_because = '导入之后有人修改过'
  FROM ${kind} t WHERE ${MADE(kind)} AND t.community_id = $1 AND t.id = i.row_id AND t.version <> i.version`

const remove = (kind: ImportedKind) => `
  DELETE FROM ${kind} t USING import_changes i WHERE ${MADE(kind)} AND t.community_id = $1 AND t.id = i.row_id`

const COUNTS = `
  SELECT count(*) FILTER (WHERE left_because IS NULL AND before IS NULL)::int AS removed,
    count(*) FILTER (WHERE left_because IS NULL AND before IS NOT NULL)::int AS restored,
    count(*) FILTER (WHERE left_because IS NOT NULL)::int AS left
  FROM import_changes WHERE community_id = $1 AND batch_id = $2`

/** A column somewhere that points to rows of the archive; asked of the catalogue, so that no later table is forgotten. */
interface Reference {
  kind: string
  table: string
  column: string
}

const REFERENCES = `
  SELECT c.confrelid::regclass::text AS kind, c.conrelid::regclass::text AS "table", quote_ident(own.attname) AS "column"
  FROM pg_constraint c
  CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS k (own, theirs)
  JOIN pg_attribute own ON own.attrelid = c.conrelid AND own.attnum = k.own
  JOIN pg_attribute theirs ON theirs.attrelid = c.confrelid AND theirs.attnum = k.theirs AND theirs.attname = 'id'
  WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
    AND c.confrelid::regclass::text IN (${ORDER.map((kind) => `'${kind}'`).join(', ')})
  ORDER BY 2, 3`

const wordOf: Readonly<Record<string, string>> = {
  buildings: '楼栋仍在使用',
  units: '楼栋里还有房屋',
  residencies: '还有人登记在此',
  vehicles: '还有车辆登记在此',
  parking_spaces: '还有车位登记在此',
  household_events: '已有大事记',
  household_notes: '已有备注',
  residence_applications: '有人申请入住',
  residence_invitations: '有人被邀请入住',
  places: '还有公共区域登记在此',
}

/** Points to a row without a foreign key, or says in another way that it is in use. */
const uses: Partial<Record<ImportedKind, readonly { when: string; because: string }[]>> = {
  units: [
    { when: `EXISTS (SELECT 1 FROM cases x WHERE x.community_id = $1 AND x.place_id = i.row_id)`, because: '已有工单' },
    { when: `EXISTS (SELECT 1 FROM entry_codes x WHERE x.community_id = $1 AND x.place_id = i.row_id)`, because: '已制作二维码' },
  ],
  buildings: [
    {
      when: `EXISTS (SELECT 1 FROM cases x WHERE x.community_id = $1 AND i.row_id IN (x.building_id, x.place_id))`,
      because: '已有工单',
    },
    { when: `EXISTS (SELECT 1 FROM entry_codes x WHERE x.community_id = $1 AND x.place_id = i.row_id)`, because: '已制作二维码' },
  ],
  residents: [
    { when: hasJoined('r.id = i.row_id'), because: '已绑定微信账号' },
    {
      when: `EXISTS (SELECT 1 FROM cases x WHERE x.community_id = $1 AND x.reporter_resident_id = i.row_id)`,
      because: '已报过事',
    },
  ],
  residencies: [
    {
      when: hasJoined('r.id = (SELECT h.resident_id FROM residencies h WHERE h.community_id = $1 AND h.id = i.row_id)'),
      because: '住户已绑定微信账号',
    },
  ],
}

function hasJoined(who: string): string {
  return `EXISTS (SELECT 1 FROM residents r WHERE r.community_id = $1 AND ${who} AND r.account_id IS NOT NULL)`
}

function usesOf(kind: ImportedKind, references: readonly Reference[]): string[] {
  const pointing = references
    .filter((reference) => reference.kind === kind)
    .map(({ table, column }) => ({
      when: `EXISTS (SELECT 1 FROM ${table} x WHERE x.community_id = $1 AND x.${column} = i.row_id)`,
      because: wordOf[table] ?? '已在别处使用',
    }))
  return [...(uses[kind] ?? []), ...pointing].map(
    ({ when, because }) => `UPDATE import_changes i SET left_because = '${because}' WHERE ${MADE(kind)} AND ${when}`,
  )
}
