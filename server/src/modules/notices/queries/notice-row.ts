import type { NoticeCategory, NoticeState } from '@yinuo/contracts'
import type { KeptAudience } from '../rules/index.ts'

/** What lists and pages of the office know of a notice `n`. */
export const ROW = `
  n.id, n.category, n.title, n.state, n.urgent, n.pinned_until::text AS "pinnedUntil", n.edition, n.scheduled_for AS "scheduledFor",
  n.published_at AS "publishedAt", n.updated_at AS "updatedAt", n.written_by_name AS "writtenByName", n.audience,
  EXISTS (SELECT 1 FROM notice_editions w WHERE w.community_id = n.community_id AND w.notice_id = n.id AND w.state = 'waiting')
    AS "correctionWaits",
  (SELECT array_agg(b.name ORDER BY b.ordinal) FROM buildings b WHERE b.community_id = n.community_id
    AND jsonb_exists(n.audience -> 'buildings', b.id::text)) AS "buildingNames"`

export interface Row {
  id: string
  category: NoticeCategory
  title: string
  state: NoticeState
  urgent: boolean
  pinnedUntil: string | null
  edition: number
  scheduledFor: Date | null
  publishedAt: Date | null
  updatedAt: Date
  writtenByName: string
  audience: KeptAudience
  correctionWaits: boolean
  buildingNames: string[] | null
}

export const iso = (at: Date | string | null): string | null => (at === null ? null : new Date(at).toISOString())

export function rowView<Given extends Row>({ audience, buildingNames, ...row }: Given) {
  return {
    ...row,
    scheduledFor: iso(row.scheduledFor),
    publishedAt: iso(row.publishedAt),
    updatedAt: row.updatedAt.toISOString(),
    audienceText: audienceText(audience, buildingNames ?? []),
  }
}

/** "1号楼、2号楼，另 3 个单元、5 户" */
export function audienceText({ whole, buildings, entrances, units }: KeptAudience, names: readonly string[]): string {
  if (whole) return '全小区'
  const shown = names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${buildings.length} 栋` : names.join('、')
  const parts = [entrances.length > 0 && `${entrances.length} 个单元`, units.length > 0 && `${units.length} 户`]
  return [shown, parts.filter(Boolean).join('、')].filter(Boolean).join('，另 ')
}
