import type { PublicChange } from '@yinuo/contracts'
import { FileStrip } from '../../cases/file-strip.tsx'
import { Text, View } from '../../platform'
import { colours } from '../../theme/tokens.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { saidTime } from '../../words/time.ts'
import { figureWords } from './figure-words.ts'
import './changes.scss'

/** What was said, what was changed, and what came of it. Nobody is named. */
export function ChangeCard({ change, now, withCommunity }: { change: PublicChange; now: number; withCommunity: boolean }) {
  const { title, said, changed, toldAt, communityName, cases, files } = change
  const figures = figureWords(change)
  return (
    <Card>
      <Text className="change__title">{title}</Text>
      <Text className="change__about">
        {[withCommunity && communityName, saidTime(toldAt, now), cases > 0 && `${cases} 件报修和投诉说到`]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text className="change__name">您说的</Text>
      <Text className="change__words">{said}</Text>
      <Text className="change__name">我们改的</Text>
      <Text className="change__words">{changed}</Text>
      {figures && (
        <View className="change__figures">
          <Icon name="check" size={18} colour={colours.brand} />
          <Text className="change__figure">{figures}</Text>
        </View>
      )}
      <FileStrip files={files} />
    </Card>
  )
}
