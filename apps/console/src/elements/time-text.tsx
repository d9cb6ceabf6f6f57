import { Tooltip } from 'antd'
import { useNow } from '../app/clock.ts'
import { exactTime, spokenTime } from '../words/time.ts'

/** "昨天 18:20", and on hover the second. */
export function TimeText({ at }: { at: string }) {
  const now = useNow()
  return (
    <Tooltip title={exactTime(at)}>
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        {spokenTime(at, now)}
      </time>
    </Tooltip>
  )
}
