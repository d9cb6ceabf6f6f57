import {
  codesOf,
  complaintLevels,
  postCodes,
  type ComplaintLevel,
  type ComplaintReceipt,
  type ComplaintState,
  type PostCode,
} from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { AuthorSeal } from '../author-seal.ts'
import { handlerOf, refuseForeignFiles, unnameFiles } from '../queries/intake-facts.ts'
import {
  clocksAfterAgreement,
  clocksAfterReply,
  clocksAfterSolution,
  clocksAnew,
  clocksWhenComplex,
  progressClock,
} from '../rules/complaint-clocks.ts'
import { isAnswerAwaited, statesWithSolution } from '../rules/complaint-procedure.ts'
import { takeAction, type ComplaintRef, type LoadedComplaint } from './take-action.ts'

/** By whom, and which complaint. */
export interface Doing {
  tx: EntityManager
  act: CallerAct
  seal: AuthorSeal
  ref: ComplaintRef
}
type Done = Promise<ComplaintReceipt>

/** COM-02: to the department responsible, and there to somebody who may handle complaints. */
export function assignComplaint(
  { tx, act, seal, ref }: Doing,
  { staffId, department, note }: { staffId: string; department?: PostCode; note?: string },
): Done {
  return takeAction(tx, act, seal, ref, 'assign', async ({ case: found, complaint }) => {
    const handler = await handlerOf(tx, ref, staffId)
    if (!handler) throw new ProblemError('NOT_FOUND')
    const { name, fit, knowsAuthor } = handler
    if (!fit) throw new ProblemError('COMPLAINT_HANDLER_UNFIT', { name })
    if (knowsAuthor) throw new ProblemError('COMPLAINT_HANDLER_KNOWS', { name })
    const responsible = department ?? complaint.department
    const state = found.state as ComplaintState
    return {
      ...(statesWithSolution.includes(state) ? { to: state } : {}),
      set: { assigneeId: staffId },
      complaint: { department: responsible },
      content: { assigneeId: staffId, assigneeName: name, departmentName: postCodes[responsible], note: note ?? null },
    }
  })
}

export function investigateComplaint({ tx, act, seal, ref }: Doing, note: string): Done {
  return takeAction(tx, act, seal, ref, 'investigate', ({ promise, clocks }) => ({
    clocks: clocksAfterReply(promise, clocks, act.now),
    content: { note },
  }))
}

/** Both sides write, both read it. The first word of the office is the first reply. */
export function talkOfComplaint({ tx, act, seal, ref }: Doing, { text, fileIds }: { text: string; fileIds: string[] }): Done {
  return takeAction(tx, act, seal, ref, 'talk', async ({ promise, clocks, complaint, asAuthor }) => {
    await refuseForeignFiles(tx, act, ref.communityId, fileIds)
    if (asAuthor && complaint.anonymous) await unnameFiles(tx, ref.communityId, fileIds, ref.id)
    return {
      clocks: asAuthor ? [] : clocksAfterReply(promise, clocks, act.now),
      content: { text },
      files: { ids: fileIds, purpose: 'progress' },
    }
  })
}

export function proposeSolution({ tx, act, seal, ref }: Doing, solution: string): Done {
  return takeAction(tx, act, seal, ref, 'propose', ({ clocks }) => ({
    clocks: clocksAfterSolution(clocks, act.now),
    complaint: { solution, solutionAt: act.now },
    content: { solution },
  }))
}

export function acceptSolution({ tx, act, seal, ref }: Doing, note?: string): Done {
  return takeAction(tx, act, seal, ref, 'accept-solution', ({ promise, complaint, clocks }) => ({
    clocks: clocksAfterAgreement(promise, complaint, clocks, act.now),
    content: { note: note ?? null },
  }))
}

/** Back to where it was looked into; another solution is owed, by a clock of its own. */
export function rejectSolution({ tx, act, seal, ref }: Doing, reason: string): Done {
  return takeAction(tx, act, seal, ref, 'reject-solution', (loaded) => ({
    ...anew(loaded, act.now),
    content: { reason },
  }))
}

/** A complaint is carried out as agreed; a suggestion or praise needs nobody's agreement. */
export function finishComplaint({ tx, act, seal, ref }: Doing, { result, fileIds }: { result: string; fileIds: string[] }): Done {
  return takeAction(tx, act, seal, ref, 'finish', async ({ case: found, complaint, clocks }) => {
    if (complaint.sort === 'complaint' && found.state !== 'carrying-out') throw new ProblemError('COMPLAINT_SOLUTION_FIRST')
    await refuseForeignFiles(tx, act, ref.communityId, fileIds)
    return {
      clocks: clocksAfterSolution(clocks, act.now),
      complaint: { result, doneAt: act.now },
      content: { result },
      files: { ids: fileIds, purpose: 'after' },
    }
  })
}

interface Rating {
  rating: number
  comment?: string
}

export const rateComplaint = (doing: Doing, rating: Rating): Done => close(doing, 'rate', rating)
/** Of who has no phone with the mini-program the office writes down what they said. */
export const followUpComplaint = (doing: Doing, rating: Rating): Done => close(doing, 'follow-up', rating)

function close({ tx, act, seal, ref }: Doing, action: 'rate' | 'follow-up', { rating, comment }: Rating): Done {
  return takeAction(tx, act, seal, ref, action, () => ({
    set: { closedAt: act.now },
    complaint: { rating, ratingComment: comment ?? null },
    content: { rating, comment: comment ?? null },
  }))
}

const levels = codesOf(complaintLevels)

/** Not content: one step up, and what was closed is taken up again. */
export function escalateComplaint({ tx, act, seal, ref }: Doing, reason: string): Done {
  return takeAction(tx, act, seal, ref, 'escalate', async (loaded) => {
    const { case: found, complaint } = loaded
    const level: ComplaintLevel | undefined = levels[levels.indexOf(complaint.level) + 1]
    if (!level) throw new ProblemError('COMPLAINT_TOP_LEVEL')
    const isOver = found.state === 'done' || found.state === 'followed-up'
    return {
      ...(isOver ? await takenUpAgain(tx, loaded, act.now) : {}),
      complaint: { level },
      content: { level, reason },
      told: { level },
    }
  })
}

/** COM-03: only by who supervises, only with a reason. */
export function markComplex({ tx, act, seal, ref }: Doing, reason: string): Done {
  return takeAction(tx, act, seal, ref, 'mark-complex', ({ promise, complaint, clocks }) => {
    if (complaint.complexBecause !== null) throw new ProblemError('COMPLAINT_COMPLEX_ALREADY')
    return {
      clocks: clocksWhenComplex(promise, clocks, act.now),
      complaint: { complexBecause: reason },
      content: { reason },
    }
  })
}

export function archiveComplaint({ tx, act, seal, ref }: Doing): Done {
  return takeAction(tx, act, seal, ref, 'archive', ({ case: found, complaint, clocks }) => {
    const answersThemselves = found.reporterAccountId !== null || complaint.anonymous
    if (isAnswerAwaited({ ...complaint, state: found.state, answersThemselves }, act.now))
      throw new ProblemError('COMPLAINT_ANSWER_AWAITED')
    return { clocks: clocksAfterSolution(clocks, act.now), set: { closedAt: found.closedAt ?? act.now } }
  })
}

export function withdrawComplaint({ tx, act, seal, ref }: Doing, reason: string): Done {
  return takeAction(tx, act, seal, ref, 'withdraw', ({ clocks }) => ({
    clocks: clocksAfterSolution(clocks, act.now),
    set: { closedAt: act.now },
    content: { reason },
  }))
}

/** By who had it in hand, if they still handle complaints here; else it is to be assigned again. */
async function takenUpAgain(tx: EntityManager, loaded: LoadedComplaint, now: Date) {
  const { communityId, id, assigneeId } = loaded.case
  const handler = assigneeId === null ? null : await handlerOf(tx, { communityId, id }, assigneeId)
  const isHandled = handler?.fit === true && !handler.knowsAuthor
  const { set, ...round } = anew(loaded, now)
  return {
    ...round,
    to: isHandled ? ('investigating' as const) : ('registered' as const),
    set: isHandled ? set : { ...set, assigneeId: null },
  }
}

/** A new round: what the clocks of the last showed stays. */
function anew({ promise, complaint }: LoadedComplaint, now: Date) {
  return {
    newRound: true,
    clocks: complaint.complexBecause === null ? clocksAnew(promise, now) : [progressClock(promise, [], now)],
    set: { closedAt: null },
  }
}
