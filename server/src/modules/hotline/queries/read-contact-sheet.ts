import type { ContactBox, ContactSheet } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { DUE_ON, LAST_EMPTIED } from '../../suggestion-boxes/index.ts'
import { hoursInWords } from '../rules/index.ts'

type Row = Omit<ContactSheet, 'hours' | 'boxes' | 'accountPicture'> & {
  accountFile: FileFacts | null
  slots: Parameters<typeof hoursInWords>[0] | null
  boxes: ContactBox[]
}

const SHEET = {
  name: 'contact-sheet',
  text: `
    SELECT m.id AS "communityId", m.name AS "communityName", m.address, m.hotline, w.slots,
      coalesce(s.email, '') AS email, coalesce(s.front_desk, '') AS "frontDesk", coalesce(s.official_account, '') AS "officialAccount",
      coalesce(s.committee, '') AS committee, coalesce(s.note, '') AS note, coalesce(s.version, 0) AS version,
      (SELECT json_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind, 'hasThumbnail', f.thumbnail_key IS NOT NULL)
       FROM files f WHERE f.community_id = m.id AND f.id = s.account_file_id) AS "accountFile",
      coalesce((SELECT json_agg(json_build_object('name', b.name, 'place', b.place, 'nextOn', greatest(${DUE_ON('$2')},
          ($2::timestamptz AT TIME ZONE m.time_zone)::date), 'lastEmptiedAt', ${LAST_EMPTIED}) ORDER BY b.name)
        FROM suggestion_boxes b WHERE b.community_id = m.id AND b.retired_at IS NULL), '[]') AS boxes
    FROM communities m
    LEFT JOIN contact_sheets s ON s.community_id = m.id
    LEFT JOIN work_calendars w ON w.community_id = m.id
    WHERE m.id = $1`,
}

/** Everything by which somebody reaches the office of a community, as it stands today. */
export async function readContactSheet(
  database: Database,
  links: FileLinks,
  act: CallerAct,
  communityId: string,
): Promise<ContactSheet> {
  const [row] = await database.read<Row>(act.reach, SHEET, [communityId, act.now])
  if (!row) throw new ProblemError('NOT_FOUND')
  const { slots, boxes, accountFile, ...sheet } = row
  const iso = (at: string | null) => at && new Date(at).toISOString()
  return {
    ...sheet,
    accountPicture: accountFile && links.fileView(accountFile, act),
    hours: hoursInWords(slots ?? []),
    boxes: boxes.map((box) => ({ ...box, lastEmptiedAt: iso(box.lastEmptiedAt) })),
  }
}
