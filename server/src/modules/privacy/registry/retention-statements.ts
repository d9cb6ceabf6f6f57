import type { RetentionSubject } from '@yinuo/contracts'
import { UNATTACHED } from './file-references.ts'

/**
 * What clears a kind of data away. $1 the company, $2 the instant before which it is old, $3 how many at most. Each answers
 * with one row per thing done, and the stored bytes that went with it.
 */
export type CompanySubject = Exclude<
  RetentionSubject,
  'moved-out' | 'sessions' | 'sign-in-attempts' | 'idempotency-keys' | 'audit'
>

const OURS = 't.community_id IN (SELECT id FROM communities WHERE company_id = $1)'
/** A letter `t` of which something that came along is still kept. */
export const HAS_ORIGINALS = `t.attachments @? '$[*] ? (@.key != null || @.fileId != null)'`
/** Of the letters named in `old`: what came along is no longer theirs, and `because` stands in its place. */
export const letGoOfOriginals = (because: string) => `
  UPDATE letters l SET file_ids = '{}', attachments = (
    SELECT jsonb_agg(CASE WHEN coalesce(a ->> 'key', a ->> 'fileId') IS NULL THEN a
      ELSE a || '{"key": null, "fileId": null, "left": "${because}"}' END ORDER BY n)
    FROM jsonb_array_elements(l.attachments) WITH ORDINALITY AS x (a, n))
  FROM old WHERE l.community_id = old.community_id AND l.id = old.id
  RETURNING l.id, ARRAY(SELECT a ->> 'key' FROM jsonb_array_elements(old.attachments) a WHERE a ->> 'key' IS NOT NULL) AS keys`
const NO_KEYS = `'{}'::text[] AS keys`

export const companyRetention: Readonly<Record<CompanySubject, string>> = {
  'rejected-applications': `
    DELETE FROM residence_applications WHERE (community_id, id) IN (
      SELECT t.community_id, t.id FROM residence_applications t
      WHERE ${OURS} AND t.state = 'rejected' AND t.decided_at < $2 LIMIT $3) RETURNING id, ${NO_KEYS}`,
  'proof-files': `
    UPDATE residence_applications SET file_ids = '{}' WHERE (community_id, id) IN (
      SELECT t.community_id, t.id FROM residence_applications t
      WHERE ${OURS} AND t.state = 'approved' AND t.decided_at < $2 AND t.file_ids <> '{}' LIMIT $3) RETURNING id, ${NO_KEYS}`,
  'repair-contacts': `
    UPDATE cases SET reporter_phone = NULL WHERE (community_id, id) IN (
      SELECT t.community_id, t.id FROM cases t
      WHERE ${OURS} AND t.closed_at < $2 AND t.reporter_phone IS NOT NULL LIMIT $3) RETURNING id, ${NO_KEYS}`,
  messages: `
    WITH old AS (
      SELECT t.community_id, t.id FROM messages t WHERE ${OURS} AND t.read_at IS NOT NULL AND t.created_at < $2 LIMIT $3),
    told AS (DELETE FROM deliveries d USING old WHERE d.community_id = old.community_id AND d.message_id = old.id)
    DELETE FROM messages m USING old WHERE m.community_id = old.community_id AND m.id = old.id RETURNING m.id, ${NO_KEYS}`,
  deliveries: `
    DELETE FROM deliveries WHERE (community_id, id) IN (
      SELECT t.community_id, t.id FROM deliveries t WHERE ${OURS} AND t.state <> 'pending' AND t.at < $2 LIMIT $3)
    RETURNING id, ${NO_KEYS}`,
  'leavers-phones': `
    UPDATE staff SET phone = '', account_id = NULL WHERE (company_id, id) IN (
      SELECT t.company_id, t.id FROM staff t
      WHERE t.company_id = $1 AND NOT t.active AND t.left_on < $2::date AND t.phone <> '' LIMIT $3) RETURNING id, ${NO_KEYS}`,
  'privacy-requests': `
    DELETE FROM privacy_requests WHERE (community_id, id) IN (
      SELECT t.community_id, t.id FROM privacy_requests t
      WHERE ${OURS} AND t.state IN ('expired', 'withdrawn', 'done') AND t.asked_at < $2 LIMIT $3) RETURNING id, ${NO_KEYS}`,
  // Words stay with the letter; photos a case shows stay with the case.
  'letter-files': `
    WITH old AS (
      SELECT t.community_id, t.id, t.attachments FROM letters t
      LEFT JOIN cases c ON c.community_id = t.community_id AND c.id = t.case_id
      WHERE ${OURS} AND t.received_at < $2 AND c.open IS NOT TRUE AND (c.closed_at IS NULL OR c.closed_at < $2) AND ${HAS_ORIGINALS} LIMIT $3)
    ${letGoOfOriginals('已按保存期限清除')}`,
  // Last: it takes with it what the others have let go of.
  'unattached-files': `
    DELETE FROM files WHERE (community_id, id) IN (
      SELECT t.community_id, t.id FROM files t WHERE ${OURS} AND t.created_at < $2 AND ${UNATTACHED} LIMIT $3)
    RETURNING id, array_remove(ARRAY[storage_key, thumbnail_key], NULL) AS keys`,
}

/** The same for what belongs to no company. $1 the instant, $2 how many at most. */
export const platformRetention: Readonly<Record<'sessions' | 'sign-in-attempts' | 'idempotency-keys', string>> = {
  sessions: `DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at < $1 LIMIT $2) RETURNING 1`,
  'sign-in-attempts': `
    WITH tickets AS (DELETE FROM sign_in_tickets WHERE id IN (SELECT id FROM sign_in_tickets WHERE expires_at < $1 LIMIT $2))
    DELETE FROM sign_in_attempts WHERE (login, address) IN (
      SELECT login, address FROM sign_in_attempts WHERE last_failed_at < $1 LIMIT $2) RETURNING 1`,
  'idempotency-keys': `
    DELETE FROM idempotency_keys WHERE (caller_id, key) IN (
      SELECT caller_id, key FROM idempotency_keys WHERE created_at < $1 LIMIT $2) RETURNING 1`,
}

/** Residents who have lived nowhere since $2; $1 the company. */
export const MOVED_OUT = `
  SELECT t.id FROM residents t
  WHERE ${OURS} AND t.erased_at IS NULL
    AND EXISTS (SELECT FROM residencies h WHERE h.community_id = t.community_id AND h.resident_id = t.id)
    AND NOT EXISTS (SELECT FROM residencies h WHERE h.community_id = t.community_id AND h.resident_id = t.id
      AND (h.valid_until IS NULL OR h.valid_until >= $2::date))
  LIMIT $3`
