import type { HouseholdArrears, ReminderRow } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { maskName } from '../../../platform/privacy/index.ts'
import { IS_OWED } from '../../billing/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { feeOf, LATE_BILL, type LateBillRow } from './late-bills.ts'
import { answersFor } from './owed.sql.ts'

/** `$1` community, `$2` today, `$3` unit. */
const READ = {
  name: 'read-household-arrears',
  text: `
    SELECT u.id AS "unitId", u.label AS "unitLabel", k.name AS "communityName", k.hotline, y.name AS "companyName",
      ARRAY(SELECT DISTINCT r.name FROM ${answersFor('$1', 'u.id', '$2::date')} ORDER BY r.name LIMIT 6) AS people,
      (SELECT count(DISTINCT r.account_id)::int FROM ${answersFor('$1', 'u.id', '$2::date')} AND r.account_id IS NOT NULL) AS reachable,
      (SELECT coalesce(json_agg(d ORDER BY d."dueOn", d.id), '[]') FROM (SELECT ${LATE_BILL},
          (SELECT json_build_object('id', w.id, 'state', w.state, 'feeFen', w.fee_fen, 'reason', w.reason, 'askedByName', w.asked_by_name,
            'decidedByName', w.decided_by_name, 'version', w.version) FROM late_fee_waivers w
           WHERE w.community_id = b.community_id AND w.bill_id = b.id ORDER BY w.asked_at DESC LIMIT 1) AS waiver
        FROM bills b JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id
        WHERE b.community_id = $1 AND b.unit_id = u.id AND ${IS_OWED}) d) AS bills,
      (SELECT coalesce(json_agg(json_build_object('id', m.id, 'way', m.way, 'remindedOn', m.reminded_on, 'bills', m.bills, 'owedFen', m.owed_fen,
          'text', m.text, 'byName', m.by_name, 'at', m.created_at, 'days', s.days, 'recipients', (
            SELECT coalesce(json_agg(json_build_object('name', p.name, 'toldAt', p.told_at, 'readAt', x.read_at, 'channels', (
                SELECT coalesce(json_agg(json_build_object('channel', v.channel, 'state', v.state) ORDER BY v.at), '[]')
                FROM deliveries v WHERE v.community_id = x.community_id AND v.message_id = x.id AND v.channel <> 'inbox')) ORDER BY p.name), '[]')
            FROM reminder_recipients p
            LEFT JOIN messages x ON x.community_id = p.community_id AND x.business_key = 'reminder:' || p.reminder_id || ':' || p.account_id
            WHERE p.community_id = m.community_id AND p.reminder_id = m.id)) ORDER BY m.created_at DESC, m.id DESC), '[]')
        FROM (SELECT * FROM reminders m WHERE m.community_id = $1 AND m.unit_id = u.id ORDER BY m.created_at DESC, m.id DESC LIMIT 50) m
        LEFT JOIN reminder_stages s ON s.community_id = m.community_id AND s.id = m.stage_id) AS reminders,
      (SELECT json_build_object('reason', x.reason, 'until', x.until, 'byName', x.stopped_by_name, 'at', x.stopped_at) FROM reminder_stops x
        WHERE x.community_id = $1 AND x.unit_id = u.id AND (x.until IS NULL OR x.until >= $2)) AS stop
    FROM units u JOIN communities k ON k.id = u.community_id JOIN companies y ON y.id = k.company_id
    WHERE u.community_id = $1 AND u.id = $3`,
}

type Bill = LateBillRow & { waiver: HouseholdArrears['bills'][number]['waiver'] }
type Row = Omit<HouseholdArrears, 'bills' | 'owedFen' | 'overdueFen'> & { bills: Bill[] }

const iso = (at: string) => new Date(at).toISOString()

/** What a household owes, how a late fee stands, and how it was reminded. Names are masked. @throws ProblemError NOT_FOUND */
export async function householdArrears(
  database: Database,
  act: Act,
  communityId: string,
  unitId: string,
): Promise<HouseholdArrears> {
  const today = todayIn(act)
  const [row] = await database.read<Row>(act.reach, READ, [communityId, today, unitId])
  if (!row) throw new ProblemError('NOT_FOUND')
  const bills = row.bills.map((bill) => billView(bill, today))
  return {
    ...row,
    people: row.people.map(maskName),
    bills,
    owedFen: bills.reduce((sum, { owedFen }) => sum + owedFen, 0),
    overdueFen: bills.reduce((sum, { owedFen, overdueDays }) => sum + (overdueDays > 0 ? owedFen : 0), 0),
    reminders: row.reminders.map(reminderView),
    stop: row.stop && { ...row.stop, at: iso(row.stop.at) },
  }
}

function billView(bill: Bill, today: string) {
  const { facts, unitId, waivedFen, paidFen, ...shown } = bill
  return {
    ...shown,
    owedFen: bill.amountFen - waivedFen - paidFen,
    overdueDays: Math.max(0, Math.round((Date.parse(today) - Date.parse(bill.dueOn)) / 86_400_000)),
    lateFee: feeOf(bill, today),
  }
}

const reminderView = ({ at, recipients, ...row }: ReminderRow): ReminderRow => ({
  ...row,
  at: iso(at),
  recipients: recipients.map(({ name, toldAt, readAt, channels }) => ({
    name: maskName(name),
    toldAt: iso(toldAt),
    readAt: readAt && iso(readAt),
    channels,
  })),
})
