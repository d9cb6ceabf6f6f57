import { visitStates, visitWays } from '@yinuo/contracts'
import type { HomeVisit, PastHomeVisit, VisitCase } from '@yinuo/contracts'
import { useState } from 'react'
import { openPage, Text, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { weekWords, wishWords } from '../../visits/visit-words.ts'
import { saidTime } from '../../words/time.ts'
import { WishSheet } from './wish-sheet.tsx'

/** When somebody of the company comes or calls next, and what became of the visits before. */
export function HomeVisits({ communityId, unitId }: { communityId: string; unitId: string }) {
  const path = { communityId }
  const next = useRemote(
    () => call('GET /communities/{communityId}/home-visits/next', { path, query: { unitId } }),
    [communityId, unitId],
  )
  const past = useRemote(
    () => call('GET /communities/{communityId}/home-visits', { path, query: { unitId, limit: 50 } }),
    [communityId, unitId],
  )
  const [wishing, setWishing] = useState(false)
  const now = useNow(60)
  return (
    <View className="household__vehicles">
      <Shown of={next} rows={1}>
        {({ next: visit }) => (
          <>
            <Card title="物业回访" flush>
              <Next visit={visit} />
              {past.value?.items.map((each) => (
                <Past key={each.id} visit={each} now={now} communityId={communityId} />
              ))}
            </Card>
            {visit && <ActionButton text="选择回访方式" kind="quiet" icon="pencil" onTap={() => setWishing(true)} />}
            {visit && wishing && (
              <WishSheet
                communityId={communityId}
                visit={visit}
                onClose={() => setWishing(false)}
                onDone={() => {
                  setWishing(false)
                  void next.reload()
                }}
              />
            )}
          </>
        )}
      </Shown>
    </View>
  )
}

function Next({ visit }: { visit: HomeVisit | null }) {
  return (
    <View className="row">
      <Icon name="clock" colour={colours.brand} />
      <View className="row__words">
        <Text className="row__text">{visit ? sentenceOfNext(visit) : '这一轮没有待回访'}</Text>
        <Text className="row__note">{visit ? noteOfNext(visit) : '轮到您家时会显示在这里，您可以选择上门或电话。'}</Text>
      </View>
    </View>
  )
}

function sentenceOfNext({ state, dueWeek, way }: HomeVisit): string {
  return state === 'declined' ? '您选择了这次不用回访' : `${weekWords(dueWeek)}${visitWays[way]}回访`
}

function noteOfNext({ visitorName, wish }: HomeVisit): string {
  const words = [visitorName && `回访人：${visitorName}`, wish ? `您希望：${wishWords(wish)}` : '听听您对服务的意见']
  return words.filter(Boolean).join(' · ')
}

function Past({ visit, now, communityId }: { visit: PastHomeVisit; now: number; communityId: string }) {
  const { state, way, endedAt, madeByName, satisfaction, findings } = visit
  return (
    <View className="row row--lined">
      <Icon name={state === 'reached' ? 'done' : 'dots'} colour={colours.secondary} />
      <View className="row__words">
        <Text className="row__text">
          {saidTime(endedAt, now)} {visitWays[way]}
        </Text>
        <Text className="row__note">
          {[visitStates[state], madeByName, satisfaction && `您给了 ${satisfaction} 分`].filter(Boolean).join(' · ')}
        </Text>
        {findings.map((found) => (
          <Found key={found.id} found={found} communityId={communityId} />
        ))}
      </View>
    </View>
  )
}

function Found({ found: { id, kind, categoryName, number, stateName }, communityId }: { found: VisitCase; communityId: string }) {
  const page = kind === 'repair' ? 'pages/repair/index' : 'pages/complaint/index'
  return (
    <Tap
      className="row"
      onTap={() => openPage(`${page}?communityId=${communityId}&id=${id}`)}
      label={`${categoryName} ${number}`}
    >
      <Text className="row__note">
        为您登记：{categoryName} · {stateName}
      </Text>
      <Icon name="right" size={18} colour={colours.secondary} />
    </Tap>
  )
}
