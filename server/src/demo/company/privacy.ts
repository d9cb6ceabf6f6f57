import { codesOf, retentionSubjects, type RetentionSubject } from '@yinuo/contracts'
import { retentionPresets } from '../../modules/privacy/rules/index.ts'
import type { Random } from '../random.ts'
import type { Row, Rows } from '../rows.ts'

const DAY = 86_400_000
const NIGHTS = 5
const A_NIGHT: Partial<Record<RetentionSubject, number>> = { 'unattached-files': 4, sessions: 30, 'idempotency-keys': 90 }

/** What two residents without the mini-program asked for at the desk, and what the last nights cleared away. */
export function askForPrivacy(rows: Rows, random: Random, now: Date): void {
  const [community] = rows.of('communities')
  const clerk = rows.of('staff')[0]!
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  const unlinked = rows.of('residents').filter((each) => each.community_id === community!.id && !each.account_id)
  const request = (resident: Row, days: number, facts: Row): Row => ({
    community_id: community!.id,
    id: random.id(ago(days)),
    resident_id: resident.id,
    person_name: resident.name,
    asked_at: ago(days),
    due_at: ago(days - 15),
    registered_by: clerk.id,
    registered_by_name: clerk.name,
    identity_note: '本人到前台，核对了身份证原件',
    effective_at: ago(days - 7),
    answered_at: null,
    handed_over_at: null,
    version: 1,
    ...facts,
  })
  rows.add(
    'privacy_requests',
    request(unlinked[40]!, 21, { kind: 'export', state: 'expired', answered_at: ago(21), handed_over_at: ago(21) }),
    request(unlinked[90]!, 2, { kind: 'deletion', state: 'cooling' }),
  )
  for (let night = NIGHTS; night > 0; night--)
    for (const subject of codesOf(retentionSubjects))
      rows.add('retention_runs', {
        company_id: community!.company_id,
        id: random.id(ago(night)),
        at: ago(night),
        subject,
        keep_days: retentionPresets[subject].keepDays,
        done: random.int(0, A_NIGHT[subject] ?? 0),
      })
}
