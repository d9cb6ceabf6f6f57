import type { ConsultationFigures, ConversationAction, ConversationState } from '@yinuo/contracts'
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
import { conversationProcedure, type SystemAction } from '../rules/conversation-procedure.ts'
import { SAID } from '../rules/entry-text.ts'
import { partiesOf } from '../rules/parties.ts'
import type { ReplyTerms } from '../rules/reply-promise.ts'
import { Consultation } from '../store/consultation.entity.ts'

export interface ConversationRef {
  communityId: string
  id: string
}

export interface ConversationReceipt {
  id: string
  communityId: string
  number: string
  state: ConversationState
  version: number
}

/** A conversation as an action finds it, locked. */
export interface LoadedConversation {
  case: Case
  clocks: CaseClock[]
  consultation: Consultation
  /** when it is entered: later than everything said before */
  at: Date
}

export interface ConversationMove extends Omit<CaseMove, 'action' | 'to' | 'open'> {
  consultation?: Partial<Consultation>
  /** One of the two sides says something. */
  saysSomething?: boolean
}

/**
 * One thing happening to a conversation: loads it locked, judges it by the procedure, lets `decide` say what changes,
 * writes it all. There are no versions: both sides write at once, and what they write is only ever added.
 * @throws ProblemError NOT_FOUND, NOT_ALLOWED or TRANSITION_NOT_ALLOWED.
 */
export async function takeAction(
  tx: EntityManager,
  act: Act | CallerAct,
  ref: ConversationRef,
  action: ConversationAction | SystemAction,
  decide: (loaded: LoadedConversation) => ConversationMove | Promise<ConversationMove>,
): Promise<ConversationReceipt> {
  const loaded = await loadCase(tx, ref.communityId, ref.id)
  if (loaded.case.kind !== conversationProcedure.kind) throw new ProblemError('NOT_FOUND')
  const doer = doerOf(act, loaded.case, action, refuseUnlessAllowed(act, loaded.case, action))
  const consultation = await tx.findOneByOrFail(Consultation, { communityId: ref.communityId, caseId: ref.id })
  const at = laterThan(consultation.lastAt, act.now)
  const { consultation: changed, saysSomething, ...move } = await decide({ ...loaded, consultation, at })
  const ruled = conversationProcedure.transitions[action].to
  const state = ruled === 'same' ? (loaded.case.state as ConversationState) : ruled
  const version = await moveCase(tx, doer, loaded, {
    ...move,
    at,
    action,
    to: state,
    open: conversationProcedure.openStates.includes(state),
  })
  const entryId = saysSomething ? await lastEntryOf(tx, ref) : consultation.lastEntryId
  await tx.update(
    Consultation,
    { communityId: ref.communityId, caseId: ref.id },
    { lastAt: at, lastEntryId: entryId, ...changed },
  )
  return { ...ref, number: loaded.case.number, state, version }
}

/** Done for the office by somebody who need not answer residents themselves. */
export function systemOf<Of extends object>(act: Of): Omit<Of, 'caller'> {
  return Object.fromEntries(Object.entries(act).filter(([name]) => name !== 'caller')) as Omit<Of, 'caller'>
}

/** Entries stand in the order of their instants, so each is a moment later than the one before. */
export function laterThan(last: Date | null, now: Date): Date {
  return last && last >= now ? new Date(last.getTime() + 1) : now
}

export async function lastEntryOf(tx: EntityManager, { communityId, id }: ConversationRef): Promise<string> {
  const [entry] = (await tx.query(
    `SELECT id FROM case_events WHERE community_id = $1 AND case_id = $2 AND kind = ANY ($3::text[])
     ORDER BY at DESC, id DESC LIMIT 1`,
    [communityId, id, SAID],
  )) as { id: string }[]
  return entry!.id
}

/** What is promised now: the figures the conversation began under, or those in force, and the calendar of today. */
export async function replyTerms(tx: EntityManager, communityId: string, adoptionId: string): Promise<ReplyTerms> {
  const [row] = (await tx.query(
    `SELECT a.figures -> 'consultations' AS figures, c.hotline, ${CALENDAR_COLUMN} AS calendar
     FROM communities c JOIN standard_adoptions a ON a.community_id = c.id WHERE c.id = $1 AND a.id = $2`,
    [communityId, adoptionId],
  )) as { figures: ConsultationFigures; hotline: string; calendar: CalendarRow }[]
  return { figures: row!.figures, hotline: row!.hotline, calendar: calendarFrom(row!.calendar) }
}

/** A resident of the home may also work at the desk: what only a resident does is said as the resident. */
function doerOf(act: Act | CallerAct, found: Case, action: ConversationAction | SystemAction, parties: ReadonlySet<Party>): Act {
  const isResidents = parties.has('reporter') && conversationProcedure.transitions[action].by.includes('reporter')
  return isResidents ? asResident(act, found.reporterAccountId!, found.reporterName) : act
}

export const asResident = <Of extends Act>(act: Of, id: string, name: string): Of => ({
  ...act,
  actor: { kind: 'resident', id, name },
})

function refuseUnlessAllowed(act: Act | CallerAct, found: Case, action: ConversationAction | SystemAction): ReadonlySet<Party> {
  const parties = 'caller' in act ? partiesOf(act.caller as Caller, found) : new Set<Party>(['system'])
  if (parties.size === 0) throw new ProblemError('NOT_FOUND')
  const verdict = judge(conversationProcedure, action, found.state as ConversationState, parties)
  if (verdict === 'wrong-party') throw new ProblemError('NOT_ALLOWED')
  if (verdict === 'wrong-state')
    throw new ProblemError('TRANSITION_NOT_ALLOWED', {
      state: conversationProcedure.stateLabels[found.state as ConversationState],
      action: conversationProcedure.actionLabels[action],
    })
  return parties
}
