import {
  standardPresets,
  urgencies,
  type RepairFigures,
  type RepairOptions,
  type StandardPresetCode,
  type Urgency,
} from '@yinuo/contracts'
import { DateTime } from 'luxon'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { promiseSentence } from '../../standards/index.ts'

const OPTIONS = {
  name: 'repair-options',
  text: `
    SELECT a.preset, a.figures -> 'repairs' AS figures, coalesce((
      SELECT json_object_agg(k.urgency, json_build_object('closed', k.closed, 'onTime', k.on_time)) FROM (
        SELECT c.urgency, count(*) AS closed, count(*) FILTER (WHERE NOT EXISTS (
          SELECT 1 FROM case_clocks x WHERE x.community_id = c.community_id AND x.case_id = c.id
            AND x.name IN ('respond', 'answer', 'resolve') AND x.breached_at IS NOT NULL)) AS on_time
        FROM cases c
        WHERE c.community_id = $1 AND c.kind = 'repair' AND c.closed_at >= $3 AND c.state IN ('closed', 'archived')
        GROUP BY c.urgency) k), '{}') AS kept
    FROM standard_adoptions a
    WHERE a.community_id = $1 AND a.effective_from <= $2 ORDER BY a.effective_from DESC, a.id DESC LIMIT 1`,
}

interface OptionsRow {
  preset: StandardPresetCode
  figures: RepairFigures
  kept: Partial<Record<Urgency, { closed: number; onTime: number }>>
}

/** What is promised for a repair in this community, said before anything is sent, and how well it was kept this month. */
export async function repairOptions(database: Database, act: Act, communityId: string): Promise<RepairOptions> {
  const month = DateTime.fromJSDate(act.now, { zone: 'Asia/Shanghai' }).startOf('month').toJSDate()
  const [row] = await database.read<OptionsRow>(act.reach, OPTIONS, [communityId, act.now, month])
  if (!row) throw new ProblemError('NOT_FOUND')
  return {
    standardName: standardPresets[row.preset],
    promises: (Object.keys(urgencies) as Urgency[]).map((urgency) => ({
      urgency,
      sentence: promiseSentence(row.figures, urgency),
      respondWithinMinutes: row.figures.respondWithinMinutes[urgency],
      resolveWithinMinutes: row.figures.resolveWithinMinutes[urgency],
      closedThisMonth: row.kept[urgency]?.closed ?? 0,
      onTimeThisMonth: row.kept[urgency]?.onTime ?? 0,
    })),
  }
}
