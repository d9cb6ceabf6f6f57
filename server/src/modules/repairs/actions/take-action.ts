import type { RepairAction, RepairCategoryCode, RepairFigures, RepairReceipt, RepairState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { Caller, CallerAct } from '../../access/index.ts'
import {
  calendarFrom,
  CALENDAR_COLUMN,
  judge,
  loadCase,
  moveCase,
  type CalendarRow,
  type Case,
  type CaseClock,
  type CaseMove,
  type Party,
} from '../../cases/index.ts'
import { partiesOf } from '../rules/parties.ts'
import type { RepairPromise } from '../rules/repair-clocks.ts'
import { repairProcedure, type SystemAction } from '../rules/repair-procedure.ts'
import { Repair } from '../store/repair.entity.ts'

/** Which repair, as its doer last saw it. `version: null`: the system acts on what is there. */
export interface RepairRef {
  communityId: string
  id: string
  version: number | null
}

/** A repair as an action finds it, locked. */
export interface LoadedRepair {
  case: Case
  clocks: CaseClock[]
  repair: Repair
  promise: RepairPromise
}

export interface RepairMove extends Omit<CaseMove, 'action' | 'to' | 'open'> {
  /** Where it goes when the table leaves a choice (a reopened repair nobody can take is reported, not assigned). */
  to?: RepairState
  repair?: Partial<Repair>
}

/**
 * One action on a repair: loads it locked, judges it by the procedure, lets `decide` say what changes, writes it all.
 * @throws ProblemError NOT_FOUND, NOT_ALLOWED, REPAIR_ALREADY_TAKEN, TRANSITION_NOT_ALLOWED or STALE_VERSION.
 */
export async function takeAction(
  tx: EntityManager,
  act: Act | CallerAct,
  ref: RepairRef,
  action: RepairAction | SystemAction,
  decide: (loaded: LoadedRepair) => RepairMove | Promise<RepairMove>,
): Promise<RepairReceipt> {
  const loaded = await loadRepair(tx, ref)
  await refuseUnlessAllowed(tx, act, loaded, action)
  if (ref.version !== null && ref.version !== loaded.case.version) throw new ProblemError('STALE_VERSION')
  const { to, repair, ...move } = await decide(loaded)
  const ruled = repairProcedure.transitions[action].to
  const state = to ?? (ruled === 'same' ? (loaded.case.state as RepairState) : ruled)
  if (repair) await tx.update(Repair, { communityId: ref.communityId, caseId: ref.id }, repair)
  const version = await moveCase(tx, act, loaded, {
    ...move,
    action,
    to: state,
    open: repairProcedure.openStates.includes(state),
  })
  return { id: ref.id, communityId: ref.communityId, number: loaded.case.number, state, version }
}

async function loadRepair(tx: EntityManager, ref: RepairRef): Promise<LoadedRepair> {
  const loaded = await loadCase(tx, ref.communityId, ref.id)
  if (loaded.case.kind !== repairProcedure.kind) throw new ProblemError('NOT_FOUND')
  const repair = await tx.findOneByOrFail(Repair, { communityId: ref.communityId, caseId: ref.id })
  return { ...loaded, repair, promise: await promiseOf(tx, loaded.case) }
}

/** The promise a repair runs under: the figures of the standard it was reported under, the calendar of today. */
async function promiseOf(tx: EntityManager, found: Case): Promise<RepairPromise> {
  const [row] = (await tx.query(
    `SELECT a.figures -> 'repairs' AS figures, ${CALENDAR_COLUMN} AS calendar
     FROM communities c JOIN standard_adoptions a ON a.community_id = c.id WHERE c.id = $1 AND a.id = $2`,
    [found.communityId, found.standardAdoptionId],
  )) as { figures: RepairFigures; calendar: CalendarRow }[]
  return {
    figures: row!.figures,
    calendar: calendarFrom(row!.calendar),
    urgency: found.urgency,
    category: found.category as RepairCategoryCode,
  }
}

async function refuseUnlessAllowed(
  tx: EntityManager,
  act: Act | CallerAct,
  loaded: LoadedRepair,
  action: RepairAction | SystemAction,
): Promise<void> {
  const parties = partiesIn(act, loaded.case)
  if (parties.size === 0) throw new ProblemError('NOT_FOUND')
  const isMine = loaded.case.assigneeId === act.actor.id
  if (action === 'accept' && parties.has('worker') && loaded.case.assigneeId && !isMine) {
    throw new ProblemError('REPAIR_ALREADY_TAKEN', { name: await staffName(tx, loaded.case.assigneeId) })
  }
  const verdict = judge(repairProcedure, action, loaded.case.state as RepairState, parties)
  if (verdict === 'wrong-party') throw new ProblemError('NOT_ALLOWED')
  if (verdict === 'wrong-state') {
    throw new ProblemError('TRANSITION_NOT_ALLOWED', {
      state: repairProcedure.stateLabels[loaded.case.state as RepairState],
      action: repairProcedure.actionLabels[action],
    })
  }
}

function partiesIn(act: Act | CallerAct, found: Case): Set<Party> {
  return 'caller' in act ? partiesOf(act.caller as Caller, found) : new Set<Party>(['system'])
}

export async function staffName(tx: EntityManager, staffId: string): Promise<string> {
  const [row] = (await tx.query('SELECT name FROM staff WHERE id = $1', [staffId])) as { name: string }[]
  return row?.name ?? '同事'
}
