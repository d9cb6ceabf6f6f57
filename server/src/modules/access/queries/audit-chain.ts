import type { AuditChain } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../caller-act.ts'

const AUDIT_CHAIN = {
  name: 'audit-chain',
  text: `
    SELECT coalesce(h.seq, 0)::float8 AS sealed, h.sealed_at AS "sealedAt",
      (SELECT count(*)::int FROM audit_entries WHERE company_id = $1 AND seq IS NULL) AS waiting,
      coalesce(c.seq, 0)::float8 AS checked, c.sealed_until AS "checkedUntil", c.at AS "checkedAt", c.broken_seq::float8 AS "brokenAt"
    FROM (SELECT 1) AS always
    LEFT JOIN LATERAL (SELECT seq, sealed_at FROM audit_heads WHERE company_id = $1 ORDER BY seq DESC LIMIT 1) h ON true
    LEFT JOIN LATERAL (SELECT * FROM audit_checks WHERE company_id = $1 ORDER BY at DESC LIMIT 1) c ON true`,
}

type Row = { [Field in keyof AuditChain]: AuditChain[Field] extends number | null ? AuditChain[Field] : Date | null }

/** How far the company's record of changes is sealed, and what the last reading of the whole chain found. */
export async function auditChain(database: Database, { reach, caller }: CallerAct): Promise<AuditChain> {
  const [row] = await database.read<Row>(reach, AUDIT_CHAIN, [caller.staff!.companyId])
  return {
    ...row!,
    sealedAt: row!.sealedAt?.toISOString() ?? null,
    checkedUntil: row!.checkedUntil?.toISOString() ?? null,
    checkedAt: row!.checkedAt?.toISOString() ?? null,
  }
}
