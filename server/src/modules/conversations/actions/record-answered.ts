import type { ConsultationFigures } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { calendarFrom, CALENDAR_COLUMN, freeNumber, openCaseIn, type CalendarRow } from '../../cases/index.ts'
import { conversationProcedure } from '../rules/conversation-procedure.ts'
import { replyClock } from '../rules/reply-promise.ts'
import { Consultation } from '../store/consultation.entity.ts'
import { closeConversation } from './end.ts'
import { reply } from './reply.ts'
import { lastEntryOf, type ConversationReceipt } from './take-action.ts'

/** A question the office writes down for who asked it elsewhere. */
export interface WrittenQuestion {
  name: string
  phone?: string | undefined
  residentId?: string | undefined
  unitId?: string | undefined
  question: string
}

/** What was asked by telephone and answered while the call lasted. */
export interface AnsweredCall extends WrittenQuestion {
  answer: string
}

interface Ground {
  companyId: string
  name: string
  hotline: string
  adoptionId: string
  figures: ConsultationFigures
  calendar: CalendarRow
  unit: { id: string; label: string; buildingId: string } | null
  resident: boolean
}

const GROUND = `
  SELECT c.company_id AS "companyId", c.name, c.hotline, a.id AS "adoptionId", a.figures -> 'consultations' AS figures,
    ${CALENDAR_COLUMN} AS calendar,
    (SELECT json_build_object('id', u.id, 'label', u.label, 'buildingId', u.building_id) FROM units u
     WHERE u.community_id = c.id AND u.id = $2) AS unit,
    EXISTS (SELECT 1 FROM residents r WHERE r.community_id = c.id AND r.id = $3) AS resident
  FROM communities c
  JOIN LATERAL (SELECT id, figures FROM standard_adoptions a
    WHERE a.community_id = c.id AND a.effective_from <= $4 ORDER BY a.effective_from DESC, a.id DESC LIMIT 1) a ON true
  WHERE c.id = $1`

/**
 * A consultation on behalf of who asked (COM-01). It is the office's record: who asked finds it in no conversation of theirs, and is
 * answered where they asked.
 * @throws ProblemError NOT_FOUND for a home or a resident that is not of this community.
 */
export async function openConsultation(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { name, phone, residentId, unitId, question }: WrittenQuestion,
  { channel, fileIds }: { channel: 'telephone' | 'email'; fileIds: string[] },
): Promise<ConversationReceipt> {
  const [ground] = (await tx.query(GROUND, [communityId, unitId ?? null, residentId ?? null, act.now])) as Ground[]
  if (!ground || (unitId && !ground.unit) || (residentId && !ground.resident)) throw new ProblemError('NOT_FOUND')
  const calendar = calendarFrom(ground.calendar)
  const clock = replyClock({ figures: ground.figures, calendar, hotline: ground.hotline }, act.now)
  const ref = { communityId, id: newId(act.now) }
  const number = await freeNumber(tx, act, communityId, calendar.timeZone)
  // A letter speaks for who wrote it; of a call it is the office that says what was asked.
  const asker: Act = channel === 'email' ? { ...act, actor: { kind: 'resident', id: null, name } } : act
  await openCaseIn(tx, asker, conversationProcedure, {
    ...ref,
    companyId: ground.companyId,
    number,
    state: conversationProcedure.firstState,
    channel,
    category: conversationProcedure.kind,
    urgency: 'routine',
    description: question,
    place: ground.unit ? { kind: 'unit', ...ground.unit } : { kind: 'community', id: null, label: ground.name, buildingId: null },
    reporter: { accountId: null, residentId: residentId ?? null, name, phone: phone ?? null },
    registeredBy: act.actor.id,
    preferredFrom: null,
    preferredUntil: null,
    standardAdoptionId: ground.adoptionId,
    clocks: clock ? [clock] : [],
    fileIds,
  })
  const lastEntryId = await lastEntryOf(tx, ref)
  await tx.update(Consultation, { communityId, caseId: ref.id }, { lastAt: act.now, lastEntryId, deskUnread: 1 })
  return { ...ref, number, state: conversationProcedure.firstState, version: 1 }
}

/** A consultation with its question, its answer and who gave it, closed at once: nobody is told to answer what is answered. */
export async function recordAnswered(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { answer, ...asked }: AnsweredCall,
): Promise<ConversationReceipt> {
  const ref = await openConsultation(tx, act, communityId, asked, { channel: 'telephone', fileIds: [] })
  await reply(tx, act, ref, { text: answer, fileIds: [] })
  return closeConversation(tx, act, ref)
}
