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
  /** the picture of the official account's code, as it was uploaded */
  accountFileId?: string
  version: number
}

type Written = Required<Omit<ContactWish, 'version' | 'accountFileId'>> & { accountFileId: string | null }

/** The sheet nobody has written yet has version 0. */
export async function editContactSheet(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { version, email = '', frontDesk = '', officialAccount = '', committee = '', note = '', accountFileId }: ContactWish,
): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 5))', [`contact sheet ${communityId}`])
  const [found] = (await tx.query(
    `SELECT email, front_desk AS "frontDesk", official_account AS "officialAccount", committee, note, account_file_id AS "accountFileId",
       version
     FROM contact_sheets WHERE community_id = $1`,
    [communityId],
  )) as (Written & { version: number })[]
  if ((found?.version ?? 0) !== version) throw new ProblemError('STALE_VERSION')
  if (accountFileId && accountFileId !== found?.accountFileId) await refuseForeignPicture(tx, act, communityId, accountFileId)
  await tx.query(
    `INSERT INTO contact_sheets (community_id, email, front_desk, official_account, committee, note, updated_at, account_file_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (community_id) DO UPDATE SET email = $2, front_desk = $3, official_account = $4, committee = $5, note = $6,
       updated_at = $7, account_file_id = $8, version = contact_sheets.version + 1`,
    [communityId, email, frontDesk, officialAccount, committee, note, act.now, accountFileId ?? null],
  )
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'contact.edit',
    subjectKind: 'contact-sheet',
    subjectId: communityId,
    before: found ?? null,
    after: { email, frontDesk, officialAccount, committee, note, accountFileId: accountFileId ?? null },
  })
}

/** A picture the writer uploaded themselves. */
async function refuseForeignPicture(tx: EntityManager, act: CallerAct, communityId: string, fileId: string): Promise<void> {
  const own = (await tx.query(`SELECT 1 FROM files WHERE community_id = $1 AND id = $2 AND uploaded_by = $3 AND kind = 'photo'`, [
    communityId,
    fileId,
    act.actor.id,
  ])) as unknown[]
  if (own.length === 0)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'accountFileId', message: '请重新上传公众号二维码图片。' }])
}
