import { funds, periodName, type Fund } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellMany, tellPeople } from '../../messages/index.ts'
import { dayAt } from '../../notices/index.ts'

interface Told {
  disclosureId: string
  what: 'drafted' | 'late' | 'posted' | 'corrected'
}

interface Facts {
  companyId: string
  fund: Fund
  from: string
  to: string
  dueOn: string
  state: string
  reason: string
  edition: number
}

const FACTS = `
  SELECT c.company_id AS "companyId", d.fund, d.period_from::text AS "from", d.period_to::text AS "to", d.due_on::text AS "dueOn",
    d.state, d.reason, d.edition
  FROM disclosures d JOIN communities c ON c.id = d.community_id WHERE d.community_id = $1 AND d.id = $2`

const today = dayAt('b.created_at')

/** What `Audiences` is told: everybody who lives there, of what is posted. */
export const audiences = {
  'disclosure.all': `EXISTS (SELECT 1 FROM disclosures n WHERE n.community_id = b.community_id AND n.id = b.about_id AND n.state = 'posted')
    AND EXISTS (SELECT 1 FROM residencies h WHERE h.community_id = r.community_id AND h.resident_id = r.id AND h.valid_from <= ${today}
      AND (h.valid_until IS NULL OR h.valid_until >= ${today}))`,
} as const

const holders = (condition: string) => `
  SELECT DISTINCT s.id AS "staffId", s.name FROM held_posts h
  JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id AND ${condition}
  JOIN staff s ON s.company_id = h.company_id AND s.id = h.staff_id AND s.active
  WHERE h.community_id = $1 AND h.building_ids = '{}'`
const WRITERS = holders(`'disclosures.edit' = ANY (p.permissions)`)
/** Who writes, checks and posts here, and the head office. */
const ANSWERABLE = holders(`(p.permissions && '{disclosures.edit,disclosures.check,disclosures.post}' OR p.code = 'head-office')`)

export async function tellOfDisclosure(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { disclosureId, what } = payload as unknown as Told
  const [disclosure] = (await tx.query(FACTS, [communityId, disclosureId])) as Facts[]
  if (!disclosure) return
  const name = `${funds[disclosure.fund]}收支公示（${periodName(disclosure.from, disclosure.to)}）`
  if (what === 'posted' || what === 'corrected') return tellResidents(tx, act, communityId, disclosureId, disclosure, name)
  if (what === 'drafted') await auditDraft(tx, act, communityId, disclosureId, disclosure)
  if (disclosure.state === 'posted') return
  const recipients = (await tx.query(what === 'late' ? ANSWERABLE : WRITERS, [communityId])) as {
    staffId: string
    name: string
  }[]
  await tellPeople(tx, act, {
    communityId,
    kind: what === 'late' ? 'disclosure.late' : 'disclosure.drafted',
    businessKey: `disclosure:${disclosureId}:${what}`,
    recipients,
    title: what === 'late' ? `逾期未发布：${name}` : `待编制：${name}`,
    body:
      what === 'late'
        ? `应在 ${disclosure.dueOn} 前发布，现在还没有发布。请尽快核对、审核并发布。`
        : `已按账簿取数拟好草稿，最迟 ${disclosure.dueOn} 发布。请核对明细、补凭证、写说明后送审。`,
    values: { content: name, dueAt: new Date(`${disclosure.dueOn}T23:59:59+08:00`).toISOString() },
    caseId: null,
  })
}

async function tellResidents(
  tx: EntityManager,
  act: Act,
  communityId: string,
  disclosureId: string,
  { edition, reason }: Facts,
  name: string,
): Promise<void> {
  const content = edition > 1 ? `更正原因：${reason}` : '可以看每一笔收支和凭证，并核验您的缴费是否在内。'
  await tellMany(tx, act, {
    communityId,
    kind: edition > 1 ? 'disclosure.corrected' : 'disclosure.posted',
    businessKey: `disclosure:${disclosureId}:posted`,
    audience: 'disclosure.all',
    aboutId: disclosureId,
    title: edition > 1 ? `更正：${name}` : name,
    body: content,
    values: { content, at: act.now.toISOString() },
    urgent: false,
  })
}

async function auditDraft(tx: EntityManager, act: Act, communityId: string, id: string, facts: Facts): Promise<void> {
  const { companyId, fund, from, to, dueOn } = facts
  await recordAudit(tx, act, {
    companyId,
    communityId,
    action: 'disclosures.draft',
    subjectKind: 'disclosure',
    subjectId: id,
    before: null,
    after: { fund, from, to, dueOn },
  })
}
