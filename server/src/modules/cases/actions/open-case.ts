import type { Channel, PlaceKind, Urgency } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act, Database, Statement } from '../../../platform/database/index.ts'
import { sameRequest } from '../../../platform/database/index.ts'
import { mostPressing, type Clock } from '../rules/clock.ts'

/** Everything a new case is made of; decided before it is written. */
export interface NewCase {
  id: string
  communityId: string
  companyId: string
  number: string
  state: string
  channel: Channel
  category: string
  urgency: Urgency
  description: string
  place: { kind: PlaceKind; id: string | null; label: string; buildingId: string | null }
  reporter: { accountId: string | null; residentId: string | null; name: string; phone: string | null }
  registeredBy: string | null
  preferredFrom: string | null
  preferredUntil: string | null
  standardAdoptionId: string
  clocks: Clock[]
  fileIds: string[]
}

/**
 * Opens a case: case, its kind's own row, clocks, first event, files, audit, outbox and the idempotency key are one
 * statement and one round trip. A repetition of the request gets the answer of the first.
 */
export async function openCase<Receipt>(
  database: Database,
  act: Act,
  kind: { kind: string; detailTable: string },
  opening: NewCase,
  receipt: Receipt,
): Promise<Receipt> {
  const values = openingValues(act, kind.kind, opening, receipt)
  const rows = await database.writeAtOnce<{ body: Receipt | null }>(act.reach, statementFor(kind.detailTable), values)
  return rows.length > 0 ? receipt : keptReceipt<Receipt>(database, act)
}

/** Opens a case within a transaction, which keeps the answer of the request itself. */
export async function openCaseIn(
  tx: EntityManager,
  act: Act,
  kind: { kind: string; detailTable: string },
  opening: NewCase,
): Promise<void> {
  const values = openingValues({ ...act, idempotency: null }, kind.kind, opening, {})
  await tx.query(statementFor(kind.detailTable).text, values)
}

function openingValues(act: Act, kind: string, opening: NewCase, receipt: unknown): unknown[] {
  return [
    opening.communityId,
    opening.id,
    JSON.stringify({ ...caseRow(kind, opening, act), clocks: opening.clocks }),
    newId(act.now),
    act.actor.kind,
    act.actor.id,
    act.actor.name,
    act.now,
    opening.fileIds,
    newId(act.now),
    act.traceId,
    newId(act.now),
    opening.companyId,
    act.address,
    act.idempotency?.key ?? opening.id,
    act.idempotency?.requestHash ?? Buffer.alloc(0),
    JSON.stringify(receipt),
  ]
}

async function keptReceipt<Receipt>(database: Database, act: Act): Promise<Receipt> {
  const [kept] = await database.read<{ request_hash: Buffer; body: unknown }>(act.reach, KEPT, [
    act.actor.id,
    act.idempotency!.key,
  ])
  return sameRequest(kept!, act.idempotency!.requestHash).body as Receipt
}

function caseRow(kind: string, opening: NewCase, act: Act): Record<string, unknown> {
  const pressing = mostPressing(opening.clocks)
  return {
    number: opening.number,
    kind,
    state: opening.state,
    channel: opening.channel,
    category: opening.category,
    urgency: opening.urgency,
    description: opening.description,
    place_kind: opening.place.kind,
    place_id: opening.place.id,
    place_label: opening.place.label,
    building_id: opening.place.buildingId,
    reporter_account_id: opening.reporter.accountId,
    reporter_resident_id: opening.reporter.residentId,
    reporter_name: opening.reporter.name,
    reporter_phone: opening.reporter.phone,
    registered_by: opening.registeredBy,
    preferred_from: opening.preferredFrom,
    preferred_until: opening.preferredUntil,
    standard_adoption_id: opening.standardAdoptionId,
    due_at: pressing?.dueAt ?? null,
    due_clock: pressing?.name ?? null,
    reported_at: act.now,
  }
}

const KEPT = { name: 'kept-answer', text: 'SELECT request_hash, body FROM idempotency_keys WHERE caller_id = $1 AND key = $2' }

const statements = new Map<string, Statement>()

function statementFor(detailTable: string): Statement {
  const known = statements.get(detailTable)
  if (known) return known
  const made = { name: `open-case-${detailTable}`, text: openCaseSql(detailTable) }
  statements.set(detailTable, made)
  return made
}

const CASE_COLUMNS = `number text, kind text, state text, channel text, category text, urgency text, description text, place_kind text,
  place_id uuid, place_label text, building_id uuid, reporter_account_id uuid, reporter_resident_id uuid, reporter_name text,
  reporter_phone text, registered_by uuid, preferred_from timestamptz, preferred_until timestamptz, standard_adoption_id uuid,
  due_at timestamptz, due_clock text, reported_at timestamptz`
const CASE_NAMES = CASE_COLUMNS.replace(/ (text|uuid|timestamptz)/g, '')

function openCaseSql(detailTable: string): string {
  return `
    WITH claimed AS (
      INSERT INTO idempotency_keys (caller_id, key, request_hash, status, body, created_at)
      VALUES (coalesce($6::uuid, $2::uuid), $15, $16, 201, $17::json, $8) ON CONFLICT DO NOTHING RETURNING 1
    ), opened AS (
      INSERT INTO cases (community_id, id, open, ${CASE_NAMES})
      SELECT $1, $2, true, ${CASE_NAMES} FROM claimed, jsonb_to_record($3::jsonb) AS n(${CASE_COLUMNS})
      RETURNING id, number
    ), detailed AS (
      INSERT INTO ${detailTable} (community_id, case_id) SELECT $1, id FROM opened
    ), clocked AS (
      INSERT INTO case_clocks (community_id, case_id, name, target_minutes, round_the_clock, started_at, due_at, ladder, steps, next_step_at)
      SELECT $1, opened.id, k.name, k."targetMinutes", k."roundTheClock", k."startedAt", k."dueAt", k.ladder, k.steps, k."nextStepAt"
      FROM opened, jsonb_to_recordset($3::jsonb -> 'clocks') AS k(name text, "targetMinutes" int, "roundTheClock" boolean,
        "startedAt" timestamptz, "dueAt" timestamptz, ladder text[], steps timestamptz[], "nextStepAt" timestamptz)
    ), noted AS (
      INSERT INTO case_events (community_id, case_id, id, kind, at, actor_kind, actor_id, actor_name, content)
      SELECT $1, id, $4, 'opened', $8, $5, $6, $7, '{}' FROM opened
    ), attached AS (
      INSERT INTO case_files (community_id, case_id, file_id, purpose, event_id)
      SELECT $1, opened.id, f, 'report', $4 FROM opened, unnest($9::uuid[]) AS f
    ), told AS (
      INSERT INTO outbox (id, topic, community_id, payload, trace_id, created_at, available_at)
      SELECT $10, 'case.opened', $1, jsonb_build_object('caseId', id, 'kind', $3::jsonb ->> 'kind'), $11, $8, $8 FROM opened
    ), audited AS (
      INSERT INTO audit_entries (company_id, id, community_id, at, actor_kind, actor_id, actor_name, action, subject_kind,
        subject_id, after, trace_id, address)
      SELECT $13, $12, $1, $8, $5, $6, $7, '${detailTable}.report', 'case', id,
        $3::jsonb - 'clocks' - 'reporter_phone', $11, $14 FROM opened
    )
    SELECT id FROM opened`
}
