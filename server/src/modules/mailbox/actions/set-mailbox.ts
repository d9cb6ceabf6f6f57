import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { Seal } from '../../../platform/secrets/index.ts'
import { takeToken } from '../../messages/index.ts'
import type { SetMailbox } from '../http/mailbox.dto.ts'
import type { MailHosts } from '../imap/mail-hosts.ts'
import type { MailboxAddress } from '../imap/imap-mailbox.ts'

type Settings = Omit<SetMailbox, 'password' | 'version'>

interface Kept extends Settings {
  companyId: string
  sealedPassword: string | null
  version: number | null
}

const KEPT = `
  SELECT c.company_id AS "companyId", b.address, b.host, b.port, b.encryption, b.username, b.folder, b.takes_others AS "takesOthers",
    b.active, b.sealed_password AS "sealedPassword", b.version
  FROM communities c LEFT JOIN mailboxes b ON b.community_id = c.id WHERE c.id = $1`

const WRITE = `
  INSERT INTO mailboxes AS b (community_id, address, host, port, encryption, username, sealed_password, folder, takes_others, active, since,
    next_poll_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
  ON CONFLICT (community_id) DO UPDATE
  SET address = $2, host = $3, port = $4, encryption = $5, username = $6, sealed_password = $7, folder = $8, takes_others = $9, active = $10,
    since = CASE WHEN $12 THEN b.since ELSE $11 END, uid_validity = CASE WHEN $12 THEN b.uid_validity END,
    last_uid = CASE WHEN $12 THEN b.last_uid ELSE 0 END, next_poll_at = $11, failing_since = NULL, failures = 0, last_failure = NULL,
    version = b.version + 1`

async function keptOf(tx: EntityManager, communityId: string): Promise<Kept> {
  const [kept] = (await tx.query(KEPT, [communityId])) as Kept[]
  if (!kept) throw new ProblemError('NOT_FOUND')
  return kept
}

/** The password is sealed, stays when none is given, and is no part of the record; another box needs another one. */
export async function setMailbox(
  tx: EntityManager,
  act: Act,
  communityId: string,
  { password, version, ...wish }: SetMailbox,
  { seal, hosts }: { seal: Seal; hosts: MailHosts },
): Promise<void> {
  const { companyId, sealedPassword, version: known, ...before } = await keptOf(tx, communityId)
  if (version !== (known ?? 1)) throw new ProblemError('STALE_VERSION')
  if (!hosts.isAllowed(wish.host, wish.port, wish.encryption)) throw new ProblemError('MAILBOX_NOT_ALLOWED')
  const isSameBox = before.host === wish.host && before.username === wish.username
  const sealed = password ? seal.seal(password, communityId) : isSameBox ? sealedPassword : null
  if (!sealed) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'password', message: '请填写密码或授权码。' }])
  const isSameFolder = isSameBox && before.folder === wish.folder
  const { address, host, port, encryption, username, folder, takesOthers, active } = wish
  const values = [
    communityId,
    address,
    host,
    port,
    encryption,
    username,
    sealed,
    folder,
    takesOthers,
    active,
    act.now,
    isSameFolder,
  ]
  await tx.query(WRITE, values)
  await recordAudit(tx, act, {
    companyId,
    communityId,
    action: 'letters.set-mailbox',
    subjectKind: 'mailbox',
    subjectId: communityId,
    before: known ? before : null,
    after: { ...wish, passwordChanged: Boolean(password) },
  })
}

const TESTS = { burst: 5, perMinute: 5 }

/** @returns with what the connection is tried, once that is on record */
export async function testMailbox(
  tx: EntityManager,
  act: Act,
  communityId: string,
  seal: Seal,
): Promise<{ at: MailboxAddress; password: string }> {
  const { companyId, sealedPassword, host, port, encryption, username, folder } = await keptOf(tx, communityId)
  if (!sealedPassword) throw new ProblemError('MAILBOX_NOT_SET')
  if (await takeToken(tx, act.now, `mailbox test ${communityId}`, TESTS)) throw new ProblemError('TOO_MANY_REQUESTS')
  await recordAudit(tx, act, {
    companyId,
    communityId,
    action: 'letters.test-mailbox',
    subjectKind: 'mailbox',
    subjectId: communityId,
    before: null,
    after: { host, port, username },
  })
  return { at: { host, port, encryption, username, folder }, password: seal.open(sealedPassword, communityId) }
}
