import { complaintCategories, complaintSorts } from '@yinuo/contracts'
import type { BoxOpeningView, BoxSlip } from '@yinuo/contracts'
import { useState } from 'react'
import { FileStrip } from '../../cases/file-strip.tsx'
import { Text, useRouter, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { Card, Fact } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { saidTime } from '../../words/time.ts'
import { SlipForm } from './slip-form.tsx'
import { UnreadableSheet } from './unreadable-sheet.tsx'

/** One opening: slip after slip, until as many are registered as were counted. */
export function BoxOpeningScreen() {
  const { params } = useRouter()
  const path = { communityId: params['communityId'] ?? '', id: params['id'] ?? '' }
  const opening = useRemote(() => call('GET /communities/{communityId}/box-openings/{id}', { path }), [path.id])
  return (
    <Screen work>
      <Shown of={opening}>{(shown) => <Opening opening={shown} path={path} onChanged={() => void opening.reload()} />}</Shown>
    </Screen>
  )
}

interface OpeningProps {
  opening: BoxOpeningView
  path: { communityId: string; id: string }
  onChanged: () => void
}

function Opening({ opening, path, onChanged }: OpeningProps) {
  const now = useNow(60)
  const [unreadable, setUnreadable] = useState(false)
  const { slips, registered, done, items } = opening
  return (
    <>
      <Card title={opening.boxName}>
        <Mark
          tone={done ? 'onTime' : 'soon'}
          icon={done ? 'done' : 'pencil'}
          text={slips === 0 ? '箱里没有意见' : done ? `${slips} 张已登记完` : `已登记 ${registered} / ${slips} 张`}
        />
        <Fact name="开箱">
          <Text>{saidTime(opening.openedAt, now)}</Text>
        </Fact>
        <Fact name="见证人">
          <Text>{opening.witness}</Text>
        </Fact>
        <FileStrip files={opening.files} />
      </Card>
      {!done && (
        <SlipForm
          key={registered}
          title={`第 ${registered + 1} 张，共 ${slips} 张`}
          path={path}
          onDone={onChanged}
          onUnreadable={() => setUnreadable(true)}
        />
      )}
      {items.length > 0 && <Text className="section">已登记 {items.length} 张</Text>}
      {items.length === 0 && done && <Empty icon="done" title="开箱已完成" text="这次箱里没有意见，已经记下。" />}
      {items.map((slip) => (
        <Slip key={slip.ordinal} slip={slip} />
      ))}
      {unreadable && (
        <UnreadableSheet
          path={path}
          onClose={() => setUnreadable(false)}
          onDone={() => {
            setUnreadable(false)
            onChanged()
          }}
        />
      )}
    </>
  )
}

function Slip({ slip }: { slip: BoxSlip }) {
  const title = slip.sort && slip.category ? `${complaintSorts[slip.sort]} · ${complaintCategories[slip.category]}` : '无法辨认'
  return (
    <View className="card">
      <Text className="row__text">
        {slip.ordinal}. {title}
      </Text>
      <Text className="row__note">{slip.description ?? slip.unreadableBecause}</Text>
      {slip.number && <Text className="note">编号 {slip.number}</Text>}
    </View>
  )
}
