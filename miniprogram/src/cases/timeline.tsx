import type { CaseEventView } from '@yinuo/contracts'
import { useState } from 'react'
import { Text, View } from '../platform'
import { Tap } from '../ui/tap.tsx'
import { exactTime, saidTime } from '../words/time.ts'
import { FileStrip } from './file-strip.tsx'

/** Like a parcel's: the newest on top. Times as people say them, exact ones on a tap. */
export function Timeline({ events, now }: { events: readonly CaseEventView[]; now: number }) {
  const [exact, setExact] = useState(false)
  const newestFirst = [...events].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <View className="card">
      <View className="card__head timeline__head">
        <Text className="card__title">处理进度</Text>
        <Tap className="bar__link" onTap={() => setExact(!exact)} chosen={exact}>
          <Text>{exact ? '显示多久以前' : '显示具体时间'}</Text>
        </Tap>
      </View>
      {newestFirst.map((event, at) => (
        <View key={event.id} className={`event${at === 0 ? ' event--newest' : ''}`}>
          <View className="event__dot" />
          <Text className="event__text">{event.text}</Text>
          <FileStrip files={event.files} />
          <Text className="event__when">
            {exact ? exactTime(event.at) : saidTime(event.at, now)}
            {event.actorRole === 'system' ? '' : ` · ${event.actorName}`}
          </Text>
        </View>
      ))}
    </View>
  )
}
