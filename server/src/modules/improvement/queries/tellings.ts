import type { Page, PublicChange, TellingReach } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

/**
 * Who reported a case of improvement `$2`, each once with the newest of theirs: `$3` now. Who did so without a name is not
 * among them: nothing here leads from their case to them. Neither is who has moved out.
 */
export const REPORTERS = `
  SELECT DISTINCT ON (c.reporter_account_id) c.reporter_account_id AS "accountId", c.reporter_name AS name, c.id AS "caseId", c.kind,
    c.number, c.place_label AS "placeLabel"
  FROM improvement_cases x
  JOIN cases c ON c.community_id = x.community_id AND c.id = x.case_id
  LEFT JOIN complaints k ON k.community_id = c.community_id AND k.case_id = c.id
  WHERE x.community_id = $1 AND x.improvement_id = $2 AND c.reporter_account_id IS NOT NULL AND NOT coalesce(k.anonymous, false)
    AND EXISTS (
      SELECT 1 FROM residents r JOIN residencies h ON h.community_id = r.community_id AND h.resident_id = r.id
      WHERE r.community_id = c.community_id AND r.account_id = c.reporter_account_id
        AND h.valid_from <= ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date
        AND (h.valid_until IS NULL OR h.valid_until >= ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date))
  ORDER BY c.reporter_account_id, c.reported_at DESC, c.id DESC`

const REACH = {
  name: 'improvement-telling-reach',
  text: `
    WITH reporters AS (${REPORTERS})
    SELECT (SELECT count(*)::int FROM reporters) AS people, count(x.case_id)::int AS cases,
      count(x.case_id) FILTER (WHERE coalesce(k.anonymous, false) OR c.reporter_account_id IS NULL
        OR c.reporter_account_id NOT IN (SELECT "accountId" FROM reporters))::int AS "onTimelineOnly"
    FROM improvements i
    LEFT JOIN improvement_cases x ON x.community_id = i.community_id AND x.improvement_id = i.id
    LEFT JOIN cases c ON c.community_id = x.community_id AND c.id = x.case_id
    LEFT JOIN complaints k ON k.community_id = c.community_id AND k.case_id = c.id
    WHERE i.community_id = $1 AND i.id = $2 GROUP BY i.id`,
}

export async function tellingReach(database: Database, act: Act, communityId: string, id: string): Promise<TellingReach> {
  const [reach] = await database.read<TellingReach>(act.reach, REACH, [communityId, id, act.now])
  if (!reach) throw new ProblemError('NOT_FOUND')
  return reach
}

const LIST = {
  name: 'list-public-changes',
  text: `
    SELECT i.id, i.community_id AS "communityId", m.name AS "communityName", i.title, t.said, t.changed, t.told_at AS "toldAt",
      i.figure_before::float8 AS "figureBefore", i.figure_after::float8 AS "figureAfter",
      (SELECT count(*)::int FROM improvement_cases x WHERE x.community_id = i.community_id AND x.improvement_id = i.id) AS cases,
      (SELECT coalesce(json_agg(json_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind,
          'hasThumbnail', f.thumbnail_key IS NOT NULL) ORDER BY array_position(t.file_ids, f.id)), '[]')
        FROM files f WHERE f.community_id = t.community_id AND f.id = ANY (t.file_ids)) AS files
    FROM improvement_tellings t
    JOIN improvements i ON i.community_id = t.community_id AND i.id = t.improvement_id
    JOIN communities m ON m.id = t.community_id
    WHERE t.state = 'published' AND t.community_id = ANY ($1::uuid[]) AND ($2::uuid IS NULL OR t.community_id = $2)
      AND ($6::uuid IS NULL OR EXISTS (SELECT FROM improvement_cases x
        JOIN cases c ON c.community_id = x.community_id AND c.id = x.case_id AND c.reporter_account_id = $7
        WHERE x.community_id = t.community_id AND x.improvement_id = t.improvement_id AND x.case_id = $6))
      AND ($3::timestamptz IS NULL OR (t.told_at, t.improvement_id) < ($3, $4::uuid))
    ORDER BY t.told_at DESC, t.improvement_id DESC LIMIT $5`,
}

type Row = Omit<PublicChange, 'toldAt' | 'files'> & { toldAt: Date; files: FileFacts[] }

/** What was changed where the caller lives or works, newest first. */
export async function listPublicChanges(
  database: Database,
  links: FileLinks,
  act: CallerAct,
  { communityId, caseId, cursor, limit }: { communityId?: string; caseId?: string; cursor?: string; limit: number },
): Promise<Page<PublicChange>> {
  const { account, homes, staff } = act.caller
  const communities = [...new Set([...homes, ...(staff?.posts ?? [])].map((each) => each.communityId))]
  const after = readCursor(cursor, 2) ?? [null, null]
  const values = [communities, communityId ?? null, ...after, limit + 1, caseId ?? null, account?.id ?? null]
  const rows = await database.read<Row>(act.reach, LIST, values)
  return pageOf(
    rows,
    limit,
    (row) => [row.toldAt.toISOString(), row.id],
    ({ toldAt, files, ...row }) => ({
      ...row,
      toldAt: toldAt.toISOString(),
      files: files.map((file) => links.fileView(file, act)),
    }),
  )
}
