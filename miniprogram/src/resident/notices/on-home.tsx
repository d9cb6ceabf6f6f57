import type { Home } from '@yinuo/contracts'
import { openPage, Text, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { Tap } from '../../ui/tap.tsx'
import { NoticeCard } from './notice-card.tsx'
import { outageFace, outageHope, outageTitle } from './outage-words.ts'

const shownAtMost = 3

/** What is cut off now for who lives here; nothing when all is well. */
export function OutageBanner({ home: { communityId } }: { home: Home }) {
  const now = useNow(30)
  const outages = useRemote(() => call('GET /me/outages', { query: { communityId } }), [communityId], { everySeconds: 60 })
  return (
    <>
      {(outages.value ?? [])
        .filter(({ state }) => state === 'announced')
        .map((outage) => (
          <Tap
            key={outage.id}
            className="needs"
            onTap={() => openPage(`pages/outage/index?id=${outage.id}`)}
            label={`${outageTitle(outage)}，${outageHope(outage, now)}`}
          >
            <View className="needs__picture">
              <Icon name={outageFace[outage.service]} size={22} colour={colours.accentInk} />
            </View>
            <View className="needs__words">
              <Text className="needs__title">{outageTitle(outage)}</Text>
              <Text className="needs__text">{outageHope(outage, now)}</Text>
            </View>
            <Icon name="right" size={20} colour={colours.accentInk} />
          </Tap>
        ))}
    </>
  )
}

/** The newest of the board. */
export function NoticesOnHome({ home: { communityId } }: { home: Home }) {
  const now = useNow(60)
  const notices = useRemote(() => call('GET /me/notices', { query: { communityId, limit: shownAtMost } }), [communityId], {
    keptAs: `home.notices.${communityId}`,
  })
  const items = notices.value?.items ?? []
  if (items.length === 0) return null
  return (
    <View>
      <Tap className="row" onTap={() => openPage(`pages/notices/index?communityId=${communityId}`)} label="全部公告">
        <Text className="section row__text">公告</Text>
        <Text className="row__note">全部</Text>
        <Icon name="right" size={18} colour={colours.secondary} />
      </Tap>
      {items.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} now={now} />
      ))}
    </View>
  )
}
