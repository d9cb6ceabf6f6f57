import { standardPresets, type ComplaintFigures, type ComplaintOptions, type StandardPresetCode } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { minutesInWords } from '../../standards/index.ts'

const PROMISED = {
  name: 'complaint-promises',
  text: `SELECT a.preset, a.figures -> 'complaints' AS figures, c.hotline
    FROM communities c JOIN standard_adoptions a ON a.community_id = c.id AND a.effective_from <= $2
    WHERE c.id = $1 ORDER BY a.effective_from DESC, a.id DESC LIMIT 1`,
}

/** What is promised, said before it is sent; and the other ways by which the company can be told. */
export async function complaintOptions(database: Database, act: Act, communityId: string): Promise<ComplaintOptions> {
  const [row] = await database.read<{ preset: StandardPresetCode; figures: ComplaintFigures; hotline: string }>(
    act.reach,
    PROMISED,
    [communityId, act.now],
  )
  if (!row) throw new ProblemError('NOT_FOUND')
  return { promise: promiseOf(row.figures), standardName: standardPresets[row.preset], hotline: row.hotline }
}

function promiseOf({
  firstReplyWithinMinutes: first,
  resultWithinMinutes,
  complexProgressEveryMinutes,
}: ComplaintFigures): string {
  const parts = [
    first.routine === null ? null : `${minutesInWords(first.routine)}内首次回复`,
    resultWithinMinutes === null ? null : `${minutesInWords(resultWithinMinutes)}内给出处理结果`,
    `情况复杂的，每 ${minutesInWords(complexProgressEveryMinutes)}反馈一次进展`,
  ]
  return parts.filter((part) => part !== null).join('，')
}
