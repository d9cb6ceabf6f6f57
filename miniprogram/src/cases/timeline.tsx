import type { CaseEventView } from '@yinuo/contracts'
import { useState } from 'react'
import { Text, View } from '../platform'
import { Tap } from '../ui/tap.tsx'
import { exactTime, saidTime } from '../words/time.ts'
import { FileStrip } from './file-strip.tsx'

/** Like a parcel's: the newest on top. A tap on a time shows it exactly. */
export function Timeline({ events, now }: { events: readonly CaseEventView[]; now: number }) {
  const [exact, setExact] = useState(false)
  const newestFirst = [...events].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <View className="timeline">
      {newestFirst.map((event, at) => (
        <View key={event.id} className={`event${at === 0 ? ' event--newest' : ''}`}>
          <View className="event__dot" />
          <View className="event__words">
            <Text className="event__text">{event.text}</Text>
            <FileStrip files={event.files} />
            <Tap className="event__when" onTap={() => setExact(!exact)} label={exactTime(event.at)}>
              <Text>
                {exact ? exactTime(event.at) : saidTime(event.at, now)}
                {event.actorRole === 'system' ? '' : ` · ${event.actorName}`}
              </Text>
            </Tap>
          </View>
        </View>
      ))}
    </View>
  )
}
