import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

export interface ContactWish {
  email?: string
  frontDesk?: string
  officialAccount?: string
  committee?: string
  note?: string
  version: number
}

type Written = Required<Omit<ContactWish, 'version'>>

/** The sheet nobody has written yet has version 0. */
export async function editContactSheet(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { version, email = '', frontDesk = '', officialAccount = '', committee = '', note = '' }: ContactWish,
): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 5))', [`contact sheet ${communityId}`])
  const [found] = (await tx.query(
    `SELECT email, front_desk AS "frontDesk", official_account AS "officialAccount", committee, note, version
     FROM contact_sheets WHERE community_id = $1`,
    [communityId],
  )) as (Written & { version: number })[]
  if ((found?.version ?? 0) !== version) throw new ProblemError('STALE_VERSION')
  await tx.query(
    `INSERT INTO contact_sheets (community_id, email, front_desk, official_account, committee, note, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (community_id) DO UPDATE SET email = $2, front_desk = $3, official_account = $4, committee = $5, note = $6,
       updated_at = $7, version = contact_sheets.version + 1`,
    [communityId, email, frontDesk, officialAccount, committee, note, act.now],
  )
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'contact.edit',
    subjectKind: 'contact-sheet',
    subjectId: communityId,
    before: found ?? null,
    after: { email, frontDesk, officialAccount, committee, note },
  })
}
