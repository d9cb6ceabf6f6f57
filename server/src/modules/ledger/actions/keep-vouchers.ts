import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { refuseForeignFiles } from '../../repairs/index.ts'

/** What is laid beside an entry, by its ids: photos the caller uploaded, documents on file, cases. */
export interface VoucherIds {
  fileIds: readonly string[]
  documentIds: readonly string[]
  caseIds: readonly string[]
}

/**
 * Keeps the vouchers of what an entry is, or will be, posted for.
 * @throws ProblemError NOT_FOUND for what the caller cannot see
 */
export async function keepVouchers(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  sourceId: string,
  { fileIds, documentIds, caseIds }: VoucherIds,
): Promise<void> {
  await refuseForeignFiles(tx, act, communityId, fileIds)
  await refuseUnseen(tx, communityId, { documentIds, caseIds })
  await tx.query(
    `INSERT INTO ledger_vouchers (community_id, source_id, ordinal, kind, file_id, company_id, document_id, case_id)
     SELECT $1, $2, row_number() OVER (), v.kind, CASE v.kind WHEN 'file' THEN v.id END, $3,
       CASE v.kind WHEN 'document' THEN v.id END, CASE v.kind WHEN 'case' THEN v.id END
     FROM (SELECT 'file' AS kind, unnest($4::uuid[]) AS id UNION ALL SELECT 'document', unnest($5::uuid[])
       UNION ALL SELECT 'case', unnest($6::uuid[])) v`,
    [communityId, sourceId, act.caller.staff!.companyId, fileIds, documentIds, caseIds],
  )
}

async function refuseUnseen(
  tx: EntityManager,
  communityId: string,
  { documentIds, caseIds }: Pick<VoucherIds, 'documentIds' | 'caseIds'>,
): Promise<void> {
  const [{ seen }] = (await tx.query(
    `SELECT (SELECT count(*) FROM documents d WHERE d.id = ANY ($2::uuid[]) AND (d.community_id IS NULL OR d.community_id = $1))
       + (SELECT count(*) FROM cases c WHERE c.community_id = $1 AND c.id = ANY ($3::uuid[])) AS seen`,
    [communityId, documentIds, caseIds],
  )) as [{ seen: string }]
  if (Number(seen) !== new Set([...documentIds, ...caseIds]).size) throw new ProblemError('NOT_FOUND')
}
