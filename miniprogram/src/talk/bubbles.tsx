import type { ConversationEntry, ConversationSide } from '@yinuo/contracts'
import { FileStrip } from '../cases/file-strip.tsx'
import { sayAgain, takeBack } from '../outbox/conversation-outbox.ts'
import type { Saying } from '../outbox/sayings.ts'
import { KeptImage } from '../photos/kept-image.tsx'
import { openPage, Text, View } from '../platform'
import { saidTime } from '../words/time.ts'
import { Tap } from '../ui/tap.tsx'
import { saysTime } from './says-time.ts'

/** The talk in the order of the server, and below it what still waits on this phone. */
export function Bubbles({
  communityId,
  entries,
  waiting,
  mine,
  now,
}: {
  communityId: string
  entries: readonly ConversationEntry[]
  waiting: readonly Saying[]
  mine: ConversationSide
  now: number
}) {
  return (
    <View className="talk">
      {entries.map((entry, at) => (
        <View key={entry.id}>
          {saysTime(entries, at) && <Text className="talk__time">{saidTime(entry.at, now)}</Text>}
          {entry.side === null ? (
            <Between entry={entry} communityId={communityId} side={mine} />
          ) : (
            <View className={`said${entry.side === mine ? ' said--mine' : ''}`}>
              {entry.side !== mine && <Text className="said__who">{entry.authorName}</Text>}
              {entry.text && <Text className="said__bubble">{entry.text}</Text>}
              <FileStrip files={entry.files} />
            </View>
          )}
        </View>
      ))}
      {waiting.map((saying) => (
        <Unsent key={saying.key} saying={saying} />
      ))}
    </View>
  )
}

function Between({ entry, communityId, side }: { entry: ConversationEntry; communityId: string; side: ConversationSide }) {
  const { outcomeId, kind, text } = entry
  // Complaints have a page for who made them only.
  const isComplaint = kind === 'open-complaint'
  if (!outcomeId || (isComplaint && side === 'staff')) return <Text className="talk__between">{text}</Text>
  const page = `${side === 'staff' ? 'staff' : 'pages'}/${isComplaint ? 'complaint' : 'repair'}/index?communityId=${communityId}&id=${outcomeId}`
  return (
    <Tap className="talk__link" onTap={() => openPage(page)} label="查看进展">
      <Text>{text}，点此查看</Text>
    </Tap>
  )
}

function Unsent({ saying }: { saying: Saying }) {
  return (
    <View className="said said--mine said--unsent">
      {saying.text && <Text className="said__bubble">{saying.text}</Text>}
      <View className="photos">
        {saying.photos.map((photo) => (
          <View key={photo.key} className="photo">
            <KeptImage path={photo.path} kind={photo.kind} />
          </View>
        ))}
      </View>
      {saying.refusal === null ? (
        <Text className="said__state">正在发送，没有网络时会在联网后自动发送</Text>
      ) : (
        <>
          <Text className="said__state said__state--refused">没有发送：{saying.refusal}</Text>
          <View className="said__choices">
            <Tap className="said__choice" onTap={() => takeBack(saying.key)} label="删除这条">
              <Text>删除</Text>
            </Tap>
            <Tap className="said__choice" onTap={() => void sayAgain(saying.key)} label="重新发送">
              <Text>重新发送</Text>
            </Tap>
          </View>
        </>
      )}
    </View>
  )
}
