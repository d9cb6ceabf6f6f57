import type { EntityManager } from 'typeorm'
import type { Person } from '../registry/person.ts'

export interface Wanted {
  accountId: string | null
  /** their record in one community; with an account it leads to the others */
  residentId: string | null
  /** how far to look: a desk answers for its own company, a person asks for everything */
  companyId: string | null
}

/**
 * Everything a person is known by. A desk answers for its own company only: then `communities` says where, and an account that
 * has ties to other companies too is not its to touch. A number somebody typed into an application is theirs once the office
 * approved it; until then it may be anybody's.
 */
const FIND = `
  WITH residents_of AS (
    SELECT r.* FROM residents r JOIN communities c ON c.id = r.community_id
    WHERE (r.account_id = $1 OR r.id = $2) AND r.erased_at IS NULL AND ($3::uuid IS NULL OR c.company_id = $3)),
  elsewhere AS (
    SELECT EXISTS (SELECT FROM residents r JOIN communities c ON c.id = r.community_id WHERE r.account_id = $1 AND c.company_id <> $3)
      OR EXISTS (SELECT FROM residence_applications a JOIN communities c ON c.id = a.community_id WHERE a.account_id = $1 AND c.company_id <> $3) AS yes),
  staff_of AS (SELECT s.* FROM staff s WHERE s.account_id = $1 AND ($3::uuid IS NULL OR s.company_id = $3)),
  account AS (SELECT * FROM accounts WHERE id = $1),
  applications AS (SELECT a.* FROM residence_applications a WHERE a.account_id = $1),
  invitations AS (SELECT i.* FROM residence_invitations i WHERE i.accepted_by = $1 OR i.invited_by = $1),
  phones AS (
    SELECT phone FROM residents_of UNION SELECT phone FROM account UNION SELECT phone FROM applications WHERE state = 'approved'
    UNION SELECT phone FROM staff_of),
  homes AS (
    SELECT h.* FROM residencies h JOIN residents_of r ON r.community_id = h.community_id AND r.id = h.resident_id),
  gone AS (
    SELECT r.id FROM residents_of r WHERE NOT EXISTS (
      SELECT FROM homes h WHERE h.resident_id = r.id AND h.role = 'owner' AND (h.valid_until IS NULL OR h.valid_until >= $4::date))),
  cases_of AS (
    SELECT c.id FROM cases c WHERE c.reporter_account_id = $1
    UNION SELECT c.id FROM cases c JOIN residents_of r ON r.community_id = c.community_id AND r.id = c.reporter_resident_id
    UNION SELECT c.id FROM cases c JOIN residents_of r ON r.community_id = c.community_id AND r.phone = c.reporter_phone
      WHERE c.reporter_account_id IS NULL AND c.reporter_resident_id IS NULL),
  lists AS (
    SELECT ARRAY(SELECT id FROM account) AS accounts, ARRAY(SELECT id FROM residents_of) AS residents, ARRAY(SELECT id FROM gone) AS gone,
      ARRAY(SELECT id FROM staff_of) AS staff,
      ARRAY(SELECT openid FROM account UNION SELECT unionid FROM account WHERE unionid IS NOT NULL) AS openids,
      ARRAY(SELECT phone FROM phones WHERE phone <> '') AS phones,
      ARRAY(SELECT name FROM residents_of UNION SELECT name FROM account WHERE name IS NOT NULL UNION SELECT name FROM applications
        UNION SELECT name FROM invitations WHERE accepted_by = $1 UNION SELECT name FROM staff_of) AS names,
      ARRAY(SELECT name FROM staff_of) AS staff_names, ARRAY(SELECT login FROM staff_of) AS logins,
      ARRAY(SELECT DISTINCT unit_id FROM homes) AS units,
      ARRAY(SELECT DISTINCT unit_id FROM homes WHERE resident_id IN (SELECT id FROM gone)) AS gone_units,
      ARRAY(SELECT id FROM cases_of) AS cases,
      ARRAY(SELECT DISTINCT r.account_id FROM homes mine
        JOIN residencies h ON h.community_id = mine.community_id AND h.unit_id = mine.unit_id
        JOIN residents r ON r.community_id = h.community_id AND r.id = h.resident_id
        WHERE r.account_id IS NOT NULL AND r.account_id IS DISTINCT FROM $1) AS neighbours,
      ARRAY(SELECT id FROM homes UNION SELECT id FROM applications UNION SELECT id FROM invitations
        UNION SELECT v.id FROM vehicles v JOIN residents_of r ON r.community_id = v.community_id AND r.id = v.resident_id
        UNION SELECT q.id FROM privacy_requests q WHERE q.account_id = $1 OR q.resident_id IN (SELECT id FROM residents_of)) AS others,
      CASE WHEN $3::uuid IS NOT NULL THEN ARRAY(SELECT id FROM communities WHERE company_id = $3) END AS communities,
      CASE WHEN $3::uuid IS NOT NULL THEN ARRAY[$3::uuid] END AS companies,
      (SELECT yes FROM elsewhere) IS NOT TRUE AS whole)
  SELECT jsonb_build_object('communities', communities, 'companies', companies, 'whole', whole, 'accounts', accounts, 'residents', residents,
    'gone', gone, 'staff', staff, 'openids', openids, 'phones', phones, 'names', names, 'staff_names', staff_names, 'logins', logins,
    'units', units, 'gone_units', gone_units, 'cases', cases, 'neighbours', neighbours,
    'subjects', accounts || residents || staff || cases || others) AS person
  FROM lists`

/** To be asked by the worker, who sees everybody. */
export async function findPerson(tx: EntityManager, wanted: Wanted, today: string): Promise<Person> {
  const values = [wanted.accountId, wanted.residentId, wanted.companyId, today]
  const [row] = (await tx.query(FIND, values)) as [{ person: Person }]
  return row.person
}
