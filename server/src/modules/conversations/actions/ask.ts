import { conversationLimits, type ConsultationFigures } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { livesIn, type CallerAct } from '../../access/index.ts'
import { appendEvent, calendarFrom, CALENDAR_COLUMN, freeNumber, openCaseIn, type CalendarRow } from '../../cases/index.ts'
import { refuseForeignFiles } from '../../repairs/index.ts'
import { conversationProcedure } from '../rules/conversation-procedure.ts'
import { replyClock, replyPromise, type ReplyTerms } from '../rules/reply-promise.ts'
import { Consultation } from '../store/consultation.entity.ts'
import {
  asResident,
  laterThan,
  lastEntryOf,
  replyTerms,
  takeAction,
  type ConversationReceipt,
  type ConversationRef,
} from './take-action.ts'

export interface Question {
  unitId: string
  text?: string | undefined
  fileIds: string[]
}

/**
 * A resident says something to the office about a home of theirs (COM-07). The conversation that is open goes on, as does
 * one that was closed within a day; else a new one begins, so that nothing written without a network needs to know which.
 */
export async function ask(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  question: Question,
): Promise<ConversationReceipt> {
  if (!livesIn(act.caller, communityId)) throw new ProblemError('HOME_REQUIRED')
  const home = act.caller.homes.find((each) => each.unitId === question.unitId && each.communityId === communityId)
  if (!home) throw new ProblemError('NOT_FOUND')
  refuseEmpty(question)
  await refuseForeignFiles(tx, act, communityId, question.fileIds)
  const accountId = act.caller.account!.id
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [`conversation ${accountId} ${question.unitId}`])
  const running = await runningConversation(tx, act, communityId, question.unitId)
  return running
    ? continueIt(tx, act, { communityId, id: running }, question)
    : begin(tx, asResident(act, accountId, home.residentName), communityId, home, question)
}

/** A conversation of its own, whatever else is being said: about one thing that is answered apart. */
export async function askAnew(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  question: Question,
): Promise<ConversationReceipt> {
  const home = act.caller.homes.find((each) => each.unitId === question.unitId && each.communityId === communityId)
  if (!home) throw new ProblemError('HOME_REQUIRED')
  return begin(tx, asResident(act, act.caller.account!.id, home.residentName), communityId, home, question)
}

export function refuseEmpty({ text, fileIds }: { text?: string | undefined; fileIds: string[] }): void {
  if (!text && fileIds.length === 0)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'text', message: '请写下要说的话，或选择图片。' }])
}

async function runningConversation(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  unitId: string,
): Promise<string | null> {
  const [found] = (await tx.query(
    `SELECT id FROM cases WHERE community_id = $1 AND kind = 'consultation' AND reporter_account_id = $2 AND place_id = $3
       AND (open OR closed_at > $4::timestamptz - $5 * interval '1 hour')
     ORDER BY reported_at DESC, id DESC LIMIT 1`,
    [communityId, act.caller.account!.id, unitId, act.now, conversationLimits.reopenWithinHours],
  )) as { id: string }[]
  return found?.id ?? null
}

function continueIt(
  tx: EntityManager,
  act: CallerAct,
  ref: ConversationRef,
  { text = '', fileIds }: Question,
): Promise<ConversationReceipt> {
  return takeAction(tx, act, ref, 'ask', async ({ case: found, consultation, at }) => {
    const waitsAlready = found.state === 'waiting'
    const terms = await replyTerms(tx, ref.communityId, found.standardAdoptionId)
    const clock = waitsAlready ? null : replyClock(terms, act.now)
    const lastAt = waitsAlready ? at : await tellOffHours(tx, { ...act, now: at }, ref, terms)
    return {
      content: { text },
      audited: { pictures: fileIds.length },
      files: { ids: fileIds, purpose: 'progress' },
      newRound: !waitsAlready,
      clocks: clock ? [clock] : [],
      set: found.open ? {} : { closedAt: null },
      consultation: {
        deskUnread: consultation.deskUnread + 1,
        residentSeenAt: act.now,
        lastAt,
        ...(found.open ? {} : { rating: null, ratingComment: null }),
      },
      saysSomething: true,
      told: { text, begins: !waitsAlready },
    }
  })
}

interface Ground {
  company_id: string
  adoption_id: string | null
  figures: ConsultationFigures
  hotline: string
  calendar: CalendarRow
  label: string
  building_id: string
  phone: string | null
}

async function begin(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  home: CallerAct['caller']['homes'][number],
  { text = '', fileIds }: Question,
): Promise<ConversationReceipt> {
  const ground = await groundOf(tx, act, communityId, home.unitId)
  const terms = { figures: ground.figures, hotline: ground.hotline, calendar: calendarFrom(ground.calendar) }
  const clock = replyClock(terms, act.now)
  const id = newId(act.now)
  const number = await freeNumber(tx, act, communityId, terms.calendar.timeZone)
  await openCaseIn(tx, act, conversationProcedure, {
    id,
    communityId,
    companyId: ground.company_id,
    number,
    state: conversationProcedure.firstState,
    channel: 'miniprogram',
    category: conversationProcedure.kind,
    urgency: 'routine',
    description: text,
    place: { kind: 'unit', id: home.unitId, label: ground.label, buildingId: ground.building_id },
    reporter: {
      accountId: act.caller.account!.id,
      residentId: home.residentId,
      name: home.residentName,
      phone: ground.phone,
    },
    registeredBy: null,
    preferredFrom: null,
    preferredUntil: null,
    standardAdoptionId: ground.adoption_id!,
    clocks: clock ? [clock] : [],
    fileIds,
  })
  const lastEntryId = await lastEntryOf(tx, { communityId, id })
  const lastAt = await tellOffHours(tx, act, { communityId, id }, terms)
  await tx.update(Consultation, { communityId, caseId: id }, { deskUnread: 1, residentSeenAt: act.now, lastAt, lastEntryId })
  return { id, communityId, number, state: conversationProcedure.firstState, version: 1 }
}

async function groundOf(tx: EntityManager, act: CallerAct, communityId: string, unitId: string): Promise<Ground> {
  const [ground] = (await tx.query(
    `SELECT c.company_id, a.id AS adoption_id, a.figures -> 'consultations' AS figures, c.hotline, ${CALENDAR_COLUMN} AS calendar,
       u.label, u.building_id, (SELECT r.phone FROM residents r WHERE r.community_id = c.id AND r.account_id = $3) AS phone
     FROM communities c JOIN units u ON u.community_id = c.id AND u.id = $2
     LEFT JOIN LATERAL (SELECT id, figures FROM standard_adoptions a
       WHERE a.community_id = c.id AND a.effective_from <= $4 ORDER BY a.effective_from DESC, a.id DESC LIMIT 1) a ON true
     WHERE c.id = $1`,
    [communityId, unitId, act.caller.account!.id, act.now],
  )) as Ground[]
  if (!ground?.adoption_id) throw new ProblemError('NOT_FOUND')
  return ground
}

/**
 * Outside the hours of the office the talk itself says when there will be an answer, and whom to call.
 * @returns when the last entry was made
 */
async function tellOffHours(tx: EntityManager, act: Act, ref: ConversationRef, terms: ReplyTerms): Promise<Date> {
  const { sentence, offHours } = replyPromise(terms, act.now)
  if (!offHours) return act.now
  const system = { ...act, now: laterThan(act.now, act.now), actor: { kind: 'system', id: null, name: '系统' } as const }
  await appendEvent(tx, system, ref.communityId, ref.id, 'off-hours', { sentence })
  return system.now
}
