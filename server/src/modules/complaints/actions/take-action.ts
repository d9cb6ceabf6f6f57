import type { ComplaintAction, ComplaintFigures, ComplaintReceipt, ComplaintState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
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
import type { AuthorSeal } from '../author-seal.ts'
import type { ComplaintPromise } from '../rules/complaint-clocks.ts'
import { complaintProcedure, type SystemAction } from '../rules/complaint-procedure.ts'
import { partiesOf } from '../rules/parties.ts'
import { Complaint } from '../store/complaint.entity.ts'

/** Which complaint, as its doer last saw it. `version: null`: the system acts on what is there. */
export interface ComplaintRef {
  communityId: string
  id: string
  version: number | null
}

/** A complaint as an action finds it, locked. */
export interface LoadedComplaint {
  case: Case
  clocks: CaseClock[]
  complaint: Complaint
  promise: ComplaintPromise
  /** The doer is who complained. */
  asAuthor: boolean
}

export interface ComplaintMove extends Omit<CaseMove, 'action' | 'to' | 'open'> {
  /** Where it goes when the table leaves a choice. */
  to?: ComplaintState
  complaint?: Partial<Complaint>
}

/**
 * One action on a complaint: loads it locked, judges it by the procedure, lets `decide` say what changes, writes it all.
 * What the author of an anonymous complaint does is written down under nobody's name.
 * @throws ProblemError NOT_FOUND, NOT_ALLOWED, TRANSITION_NOT_ALLOWED or STALE_VERSION.
 */
export async function takeAction(
  tx: EntityManager,
  act: Act | CallerAct,
  seal: AuthorSeal | null,
  ref: ComplaintRef,
  action: ComplaintAction | SystemAction,
  decide: (loaded: LoadedComplaint) => ComplaintMove | Promise<ComplaintMove>,
): Promise<ComplaintReceipt> {
  const loaded = await loadComplaint(tx, act, seal, ref)
  const parties = partiesIn(act, loaded)
  if (parties.size === 0) throw new ProblemError('NOT_FOUND')
  const state = loaded.case.state as ComplaintState
  const verdict = judge(complaintProcedure, action, state, parties)
  if (verdict === 'wrong-party') throw new ProblemError('NOT_ALLOWED')
  if (verdict === 'wrong-state') {
    const { stateLabels, actionLabels } = complaintProcedure
    throw new ProblemError('TRANSITION_NOT_ALLOWED', { state: stateLabels[state], action: actionLabels[action] })
  }
  if (ref.version !== null && ref.version !== loaded.case.version) throw new ProblemError('STALE_VERSION')
  const { to, complaint, ...move } = await decide(loaded)
  const ruled = complaintProcedure.transitions[action].to
  const next = to ?? (ruled === 'same' ? state : ruled)
  if (complaint) await tx.update(Complaint, { communityId: ref.communityId, caseId: ref.id }, complaint)
  const version = await moveCase(tx, doerOf(act, seal, action, loaded), loaded, {
    ...move,
    action,
    to: next,
    open: complaintProcedure.openStates.includes(next),
  })
  return { id: ref.id, communityId: ref.communityId, number: loaded.case.number, state: next, version }
}

/** Who wrote it may also work here: what only the office does is done as the office. */
function doerOf(
  act: Act | CallerAct,
  seal: AuthorSeal | null,
  action: ComplaintAction | SystemAction,
  { asAuthor, complaint, case: found }: LoadedComplaint,
): Act {
  const isAuthors = asAuthor && complaintProcedure.transitions[action].by.includes('reporter')
  if (!isAuthors || !('caller' in act)) return act
  if (complaint.anonymous) return seal!.unnamed(act)
  return { ...act, actor: { kind: 'resident', id: act.caller.account!.id, name: found.reporterName } }
}

async function loadComplaint(
  tx: EntityManager,
  act: Act | CallerAct,
  seal: AuthorSeal | null,
  ref: ComplaintRef,
): Promise<LoadedComplaint> {
  const loaded = await loadCase(tx, ref.communityId, ref.id)
  const complaint = await tx.findOneBy(Complaint, { communityId: ref.communityId, caseId: ref.id })
  if (!complaint) throw new ProblemError('NOT_FOUND')
  const asAuthor = 'caller' in act && (await isAuthor(tx, act, seal!, loaded.case))
  return { ...loaded, complaint, promise: await promiseOf(tx, loaded.case, complaint), asAuthor }
}

async function isAuthor(tx: EntityManager, { caller }: CallerAct, seal: AuthorSeal, found: Case): Promise<boolean> {
  if (!caller.account) return false
  if (found.reporterAccountId !== null) return found.reporterAccountId === caller.account.id
  const own = (await tx.query('SELECT 1 FROM complaint_authors WHERE community_id = $1 AND case_id = $2 AND author_hash = $3', [
    found.communityId,
    found.id,
    seal.hashOf(caller.account.id),
  ])) as unknown[]
  return own.length > 0
}

/** The figures of the standard it was registered under, the calendar of today. */
async function promiseOf(tx: EntityManager, found: Case, { sort }: Complaint): Promise<ComplaintPromise> {
  const [row] = (await tx.query(
    `SELECT a.figures -> 'complaints' AS figures, ${CALENDAR_COLUMN} AS calendar
     FROM communities c JOIN standard_adoptions a ON a.community_id = c.id WHERE c.id = $1 AND a.id = $2`,
    [found.communityId, found.standardAdoptionId],
  )) as { figures: ComplaintFigures; calendar: CalendarRow }[]
  return { figures: row!.figures, calendar: calendarFrom(row!.calendar), urgency: found.urgency, sort }
}

function partiesIn(act: Act | CallerAct, { case: found, asAuthor }: LoadedComplaint): Set<Party> {
  return 'caller' in act ? partiesOf(act.caller, { ...found, isAuthor: asAuthor }) : new Set<Party>(['system'])
}
