import type { ChargeCycle, ChecklistCode, Fund, PeriodState } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'

const TODAY = `($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`

/** A year back and the period that runs: of each what there is. */
const CALENDAR = {
  name: 'disclosure-calendar',
  text: `
    SELECT k.checklist, k.version,
      (SELECT coalesce(json_agg(json_build_object('fund', p.fund, 'cycle', p.cycle, 'dueAfterDays', p.due_after_days, 'since', p.since)), '[]')
       FROM disclosure_plans p WHERE p.community_id = k.community_id) AS plans,
      (SELECT coalesce(json_agg(json_build_object('fund', p.fund, 'from', e.f::date, 'to', e.t, 'dueOn', e.t + p.due_after_days,
          'state', coalesce(d.state, CASE WHEN e.t < ${TODAY} THEN 'due' ELSE 'coming' END),
          'late', coalesce(d.state, '') <> 'posted' AND e.t + p.due_after_days < ${TODAY},
          'id', d.id, 'edition', d.edition) ORDER BY e.f DESC), '[]')
       FROM disclosure_plans p
       CROSS JOIN LATERAL (
         SELECT f, (f + make_interval(months => cycle_months(p.cycle)) - interval '1 day')::date AS t
         FROM generate_series(greatest(cycle_start(p.cycle, p.since), cycle_start(p.cycle, ${TODAY} - 400))::timestamp, ${TODAY}::timestamp,
           make_interval(months => cycle_months(p.cycle))) AS f) e
       LEFT JOIN LATERAL (SELECT x.id, x.state, x.edition FROM disclosures x WHERE x.community_id = p.community_id AND x.fund = p.fund
         AND x.period_from = e.f::date ORDER BY x.edition DESC LIMIT 1) d ON true
       WHERE p.community_id = k.community_id AND e.f::date >= p.since) AS periods,
      (SELECT count(*)::int FROM disclosure_questions q WHERE q.community_id = k.community_id AND q.answer IS NULL) AS "openQuestions"
    FROM disclosure_calendars k WHERE k.community_id = $1`,
}

interface Found {
  checklist: ChecklistCode
  version: number
  plans: { fund: Fund; cycle: ChargeCycle; dueAfterDays: number; since: string }[]
  periods: {
    fund: Fund
    from: string
    to: string
    dueOn: string
    state: PeriodState
    late: boolean
    id: string | null
    edition: number | null
  }[]
  openQuestions: number
}

export type DisclosureCalendar = Omit<Found, 'checklist'> & { checklist: ChecklistCode | null; late: number; waiting: number }

const unset = { checklist: null, version: 1, plans: [], periods: [], openQuestions: 0 }
const toDo: readonly PeriodState[] = ['due', 'draft', 'checked']

/** What is owed, late, drafted, checked and posted. */
export async function disclosureCalendar(database: Database, act: CallerAct, communityId: string): Promise<DisclosureCalendar> {
  const [found] = await database.read<Found>(act.reach, CALENDAR, [communityId, act.now])
  const calendar = found ?? unset
  return {
    ...calendar,
    late: calendar.periods.filter(({ late }) => late).length,
    waiting: calendar.periods.filter(({ state }) => toDo.includes(state)).length,
  }
}
