import type { Voucher } from '@yinuo/contracts'
import type { Act } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'

/** The vouchers of an entry `e`, as JSON; their order is how they were laid down. */
export const VOUCHERS = `
  (SELECT coalesce(json_agg(json_build_object('kind', v.kind, 'id', coalesce(v.file_id, v.document_id, v.case_id),
      'label', CASE v.kind WHEN 'document' THEN d.title WHEN 'case' THEN c.number ELSE '' END,
      'file', CASE WHEN f.id IS NOT NULL THEN json_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind,
        'hasThumbnail', f.thumbnail_key IS NOT NULL) END) ORDER BY v.ordinal), '[]')
    FROM ledger_vouchers v
    LEFT JOIN files f ON f.community_id = v.community_id AND f.id = v.file_id
    LEFT JOIN documents d ON d.company_id = v.company_id AND d.id = v.document_id
    LEFT JOIN cases c ON c.community_id = v.community_id AND c.id = v.case_id
    WHERE v.community_id = e.community_id AND v.source_id = e.source_id)`

export interface VoucherRow extends Omit<Voucher, 'file'> {
  file: FileFacts | null
}

export const voucherViews = (rows: readonly VoucherRow[], links: FileLinks, act: Act): Voucher[] =>
  rows.map(({ file, label, ...row }) => ({ ...row, label: label ?? '', file: file && links.fileView(file, act) }))
