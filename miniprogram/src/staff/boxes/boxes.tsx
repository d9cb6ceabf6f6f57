import { permissionsIn } from '@yinuo/api-client'
import { boxStates } from '@yinuo/contracts'
import type { BoxState, Me, SuggestionBox } from '@yinuo/contracts'
import { useState } from 'react'
import { openPage, Text, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import type { Tone } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Mark } from '../../ui/mark.tsx'
import { Shown } from '../../ui/states.tsx'
import { saidTime } from '../../words/time.ts'
import { EmptySheet } from './empty-sheet.tsx'
import { InCommunity } from '../in-community.tsx'

const faces: Record<BoxState, { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'onTime', icon: 'done' },
  due: { tone: 'soon', icon: 'clock' },
  late: { tone: 'late', icon: 'warning' },
  retired: { tone: 'done', icon: 'close' },
}

/** The communities in which I empty boxes. */
export const emptyingIn = (me: Me | null) =>
  me?.staff?.communities.filter(({ communityId }) => {
    const held = permissionsIn(me, communityId)
    return held.includes('complaints.assign') && held.includes('complaints.read')
  }) ?? []

/** The boxes of a community I work in: mine first, then what is due soonest. */
export function BoxesScreen() {
  return (
    <InCommunity
      workingIn={emptyingIn}
      nowhere={<Empty icon="shield" title="没有开箱权限" text="您的岗位不能开意见箱，请联系项目经理。" />}
    >
      {(communityId) => <Boxes key={communityId} communityId={communityId} />}
    </InCommunity>
  )
}

function Boxes({ communityId }: { communityId: string }) {
  const boxes = useRemote(() => call('GET /communities/{communityId}/suggestion-boxes', { path: { communityId } }), [communityId])
  const [opening, setOpening] = useState<SuggestionBox | null>(null)
  const go = (id: string) => openPage(`staff/box-opening/index?communityId=${communityId}&id=${id}`)
  return (
    <>
      <Shown of={boxes} rows={3}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon="box" title="还没有意见箱" text="主管在后台设好以后，会出现在这里。" />
          ) : (
            <>
              {[...all.filter(({ mine }) => mine), ...all.filter(({ mine }) => !mine)].map((box) => (
                <Box key={box.id} box={box} onOpen={() => setOpening(box)} onGoOn={go} />
              ))}
            </>
          )
        }
      </Shown>
      {opening && (
        <EmptySheet
          communityId={communityId}
          box={opening}
          onClose={() => setOpening(null)}
          onEmptied={(id) => {
            setOpening(null)
            void boxes.reload()
            go(id)
          }}
        />
      )}
    </>
  )
}

function Box({ box, onOpen, onGoOn }: { box: SuggestionBox; onOpen: () => void; onGoOn: (openingId: string) => void }) {
  const now = useNow(60)
  const { name, place, state, dueOn, lastEmptiedAt, slipsLeft, openingId, mine } = box
  const [, month, day] = dueOn.split('-').map(Number)
  return (
    <View className="card">
      <View className="card__head">
        <Text className="card__title">{name}</Text>
        <Mark {...faces[state]} text={boxStates[state]} />
      </View>
      <Text className="row__note">{[place, mine && '由您负责'].filter(Boolean).join(' · ')}</Text>
      <Text className="row__note">
        {`${month}月${day}日开箱`} · {lastEmptiedAt ? `上次 ${saidTime(lastEmptiedAt, now)}` : '还没有开过'}
      </Text>
      {openingId && <ActionButton text={`继续登记，还有 ${slipsLeft} 张`} icon="pencil" onTap={() => onGoOn(openingId)} />}
      <ActionButton text="开箱" kind={openingId ? 'quiet' : 'main'} icon="box" onTap={onOpen} />
    </View>
  )
}
