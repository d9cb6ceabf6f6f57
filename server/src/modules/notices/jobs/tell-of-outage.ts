import { outageServices, type MessageKind, type OutageService, type OutageUpdateKind } from '@yinuo/contracts'
import { DateTime } from 'luxon'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellMany, tellPeople } from '../../messages/index.ts'
import type { OutageOverdue } from './watch-outages.ts'

interface Facts {
  service: OutageService
  scope: string
  cause: string
  urgent: boolean
  starts_at: Date
  expected_until: Date
}

interface Told {
  outageId: string
  updateId: string
  kind: OutageUpdateKind
  text: string
}

const said = (at: Date) => DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('M月d日 HH:mm')

const words: Record<OutageUpdateKind, (outage: Facts, text: string) => { kind: MessageKind; title: string; body: string }> = {
  announced: ({ service, scope, cause, starts_at: from, expected_until: until }) => ({
    kind: 'outage.announced',
    title: `${outageServices[service]}通知`,
    body: `${scope}${said(from)} 起${outageServices[service]}，预计 ${said(until)} 恢复。原因：${cause}`,
  }),
  updated: ({ service, scope, expected_until: until }, text) => ({
    kind: 'outage.updated',
    title: `${outageServices[service]}进展`,
    body: `${scope}：${text} 预计 ${said(until)} 恢复。`,
  }),
  recovered: ({ service, scope }, text) => ({
    kind: 'outage.recovered',
    title: `${outageServices[service]}已恢复`,
    body: `${scope}已恢复。${text}`,
  }),
}

const FACTS = `SELECT service, scope, cause, urgent, starts_at, expected_until FROM outages WHERE community_id = $1 AND id = $2`

/** Tells those an outage affects, and nobody else. */
export async function tellOfOutage(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { outageId, updateId, kind, text } = payload as unknown as Told
  const [outage] = (await tx.query(FACTS, [communityId, outageId])) as Facts[]
  if (!outage) return
  const telling = words[kind](outage, text)
  await tellMany(tx, act, {
    communityId,
    businessKey: `outage:${outageId}:${updateId}`,
    audience: 'outage.affected',
    aboutId: outageId,
    values: { content: telling.body, at: act.now.toISOString() },
    urgent: outage.urgent,
    ...telling,
  })
}

/** Who may approve notices here answers for a promise that was not kept. */
const ANSWERABLE = `
  SELECT DISTINCT s.id AS "staffId", s.name FROM held_posts h
  JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id AND 'notices.approve' = ANY (p.permissions)
  JOIN staff s ON s.company_id = h.company_id AND s.id = h.staff_id AND s.active
  WHERE h.community_id = $1 AND h.building_ids = '{}'`

export async function tellOfOverdue(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { outageId, expectedUntil } = payload as unknown as OutageOverdue
  const [outage] = (await tx.query(FACTS, [communityId, outageId])) as Facts[]
  if (!outage) return
  const until = new Date(expectedUntil)
  await tellPeople(tx, act, {
    communityId,
    kind: 'outage.overdue',
    businessKey: `outage:${outageId}:overdue:${until.toISOString()}`,
    recipients: (await tx.query(ANSWERABLE, [communityId])) as { staffId: string; name: string }[],
    title: `${outageServices[outage.service]}超过预计恢复时间`,
    body: `${outage.scope}${outageServices[outage.service]}，原定 ${said(until)} 恢复，尚未登记恢复。请更新进展和新的预计时间。`,
    values: { content: outage.scope, dueAt: until.toISOString() },
    caseId: null,
  })
}
