import { funds, periodName } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { askAnew, replyBesideDesk } from '../../conversations/index.ts'

export interface QuestionWish {
  line?: number
  unitId?: string
  text: string
}

interface Asked {
  companyId: string
  communityId: string
  fund: keyof typeof funds
  from: string
  to: string
  charge: string | null
}

const ABOUT = `
  SELECT c.company_id AS "companyId", d.community_id AS "communityId", d.fund, d.period_from::text AS "from", d.period_to::text AS "to",
    (SELECT l.charge FROM disclosure_lines l WHERE l.community_id = d.community_id AND l.disclosure_id = d.id AND l.number = $2) AS charge
  FROM disclosures d JOIN communities c ON c.id = d.community_id WHERE d.id = $1 AND d.state = 'posted'`

/** A resident asks about a line, or the whole: a consultation with its clock, which the office answers before everybody. */
export async function askOfDisclosure(
  tx: EntityManager,
  act: CallerAct,
  disclosureId: string,
  { line, unitId, text }: QuestionWish,
): Promise<{ id: string; number: string }> {
  const [about] = (await tx.query(ABOUT, [disclosureId, line ?? null])) as Asked[]
  if (!about) throw new ProblemError('NOT_FOUND')
  if (line !== undefined && about.charge === null) throw new ProblemError('DISCLOSURE_LINE_UNKNOWN')
  const { communityId } = about
  const home = act.caller.homes.find((each) => each.communityId === communityId && (!unitId || each.unitId === unitId))
  if (!home) throw new ProblemError('HOME_REQUIRED')
  const where = line === undefined ? '' : `第 ${line} 行（${about.charge}）`
  const told = `关于${funds[about.fund]}收支公示 ${periodName(about.from, about.to)}${where}：${text}`
  const receipt = await askAnew(tx, act, communityId, { unitId: home.unitId, text: told, fileIds: [] })
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO disclosure_questions (community_id, id, disclosure_id, line, case_id, text, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [communityId, id, disclosureId, line ?? null, receipt.id, text, act.now],
  )
  await recordAudit(tx, act, {
    companyId: about.companyId,
    communityId,
    action: 'disclosures.ask',
    subjectKind: 'disclosure-question',
    subjectId: id,
    before: null,
    after: { disclosureId, line: line ?? null, case: receipt.number },
  })
  return { id, number: receipt.number }
}

/** The office answers who asked, and in the same breath everybody who reads the line. */
export async function answerQuestion(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { answer }: { answer: string },
): Promise<void> {
  const [found] = (await tx.query(
    `SELECT q.case_id AS "caseId", q.answer, c.company_id AS "companyId" FROM disclosure_questions q JOIN communities c ON c.id = q.community_id
     WHERE q.community_id = $1 AND q.id = $2 FOR UPDATE OF q`,
    [communityId, id],
  )) as { caseId: string; answer: string | null; companyId: string }[]
  if (!found) throw new ProblemError('NOT_FOUND')
  if (found.answer !== null) throw new ProblemError('DISCLOSURE_ANSWERED')
  await replyBesideDesk(tx, act, { communityId, id: found.caseId }, answer)
  await tx.query(
    `UPDATE disclosure_questions SET answer = $3, answered_by = $4, answered_by_name = $5, answered_at = $6
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, answer, act.actor.id, act.actor.name, act.now],
  )
  await recordAudit(tx, act, {
    companyId: found.companyId,
    communityId,
    action: 'disclosures.answer',
    subjectKind: 'disclosure-question',
    subjectId: id,
    before: null,
    after: { answer },
  })
}
