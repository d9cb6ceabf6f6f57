import type { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import type { CallerAct } from '../caller-act.ts'
import { auditAccess } from './audit-access.ts'

interface StaffOfPhone {
  id: string
  name: string
  companyId: string
  accountId: string | null
}

const KEEP_PHONE = { name: 'keep-account-phone', text: `UPDATE accounts SET phone = $2 WHERE id = $1` }
const FIND_STAFF = {
  name: 'find-staff-of-phone',
  text: `SELECT id, name, company_id AS "companyId", account_id AS "accountId" FROM staff WHERE phone = $1 AND active`,
}
const UNLINK_OTHERS = {
  name: 'unlink-other-staff',
  text: `UPDATE staff SET account_id = NULL WHERE account_id = $1 AND id <> $2`,
}
const LINK_STAFF = { name: 'link-staff', text: `UPDATE staff SET account_id = $1 WHERE id = $2 AND active RETURNING id` }

/**
 * Keeps the number WeChat vouched for. If it is the number of exactly one member of staff in office, the account
 * becomes theirs: this is how staff get into the mini-program, also with a new phone.
 */
export async function confirmPhone(identity: IdentityDatabase, database: Database, act: CallerAct, phone: string): Promise<void> {
  const accountId = act.caller.account!.id
  await identity.run(KEEP_PHONE, [accountId, phone])
  const [staff, ...others] = await identity.run<StaffOfPhone>(FIND_STAFF, [phone])
  if (!staff || others.length > 0 || staff.accountId === accountId) return
  await identity.run(UNLINK_OTHERS, [accountId, staff.id])
  const linked = await identity.run(LINK_STAFF, [accountId, staff.id])
  if (linked.length === 0) return
  const replaced = staff.accountId !== null
  await auditAccess(database, act, {
    staff,
    action: 'access.link-account',
    subjectKind: 'staff',
    subjectId: staff.id,
    after: { replaced },
  })
}
