import type { EditionState, NoticeView } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { wishedAudience } from '../rules/index.ts'
import { FILES } from './audience.sql.ts'
import { iso, ROW, rowView, type Row } from './notice-row.ts'

export const EDITIONS = (which: string) => `
  (SELECT coalesce(json_agg(json_build_object('number', e.number, 'title', e.title, 'body', e.body, 'note', e.note, 'state', e.state,
      'tellAgain', e.tell_again, 'writtenByName', e.written_by_name, 'decidedByName', e.decided_by_name,
      'refusedBecause', e.refused_because, 'writtenAt', e.written_at, 'publishedAt', e.published_at, 'files', ${FILES('e')})
      ORDER BY e.number DESC), '[]')
   FROM notice_editions e WHERE e.community_id = n.community_id AND e.notice_id = n.id AND ${which})`

const READ = {
  name: 'read-notice',
  text: `
    SELECT ${ROW}, n.body, n.version, ${FILES('n')} AS files, ${EDITIONS('true')} AS editions,
      n.submitted_by_name AS "submittedByName", n.decided_by_name AS "decidedByName", n.refused_because AS "refusedBecause",
      n.withdrawn_because AS "withdrawnBecause", n.reminded_at AS "remindedAt", n.created_at AS "createdAt",
      (SELECT jsonb_object_agg(u.id, u.label) FROM units u WHERE u.community_id = n.community_id
        AND jsonb_exists(n.audience -> 'units', u.id::text)) AS "unitLabels",
      CASE WHEN n.state = 'submitted' THEN $3 <> ALL (ARRAY[n.written_by, n.submitted_by])
        ELSE EXISTS (SELECT 1 FROM notice_editions w WHERE w.community_id = n.community_id AND w.notice_id = n.id
          AND w.state = 'waiting' AND w.written_by <> $3) END AS "mayDecide"
    FROM notices n WHERE n.community_id = $1 AND n.id = $2`,
}

export interface EditionRow {
  number: number
  title: string
  body: string
  note: string
  state: EditionState
  tellAgain: boolean
  writtenByName: string
  decidedByName: string | null
  refusedBecause: string | null
  writtenAt: string
  publishedAt: string | null
  files: FileFacts[]
}

type ReadRow = Row & {
  files: FileFacts[]
  editions: EditionRow[]
  remindedAt: Date | null
  createdAt: Date
  unitLabels: Record<string, string> | null
} & Pick<
    NoticeView,
    'body' | 'version' | 'submittedByName' | 'decidedByName' | 'refusedBecause' | 'withdrawnBecause' | 'mayDecide'
  >

export async function readNotice(
  database: Database,
  links: FileLinks,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<NoticeView> {
  const [row] = await database.read<ReadRow>(act.reach, READ, [communityId, id, act.actor.id])
  if (!row) throw new ProblemError('NOT_FOUND')
  const { files, editions, remindedAt, createdAt, unitLabels, ...rest } = row
  return {
    ...rowView(rest),
    audience: wishedAudience(row.audience),
    unitLabels: Object.entries(unitLabels ?? {}).map(([unitId, label]) => ({ id: unitId, label })),
    files: files.map((file) => links.fileView(file, act)),
    editions: editions.map((edition) => ({
      ...edition,
      writtenAt: iso(edition.writtenAt)!,
      publishedAt: iso(edition.publishedAt),
      files: edition.files.map((file) => links.fileView(file, act)),
    })),
    remindedAt: iso(remindedAt),
    createdAt: createdAt.toISOString(),
  }
}
