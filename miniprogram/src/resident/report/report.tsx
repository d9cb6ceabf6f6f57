import { repairCategories } from '@yinuo/contracts'
import type { RepairOptions, Urgency } from '@yinuo/contracts'
import { useEffect } from 'react'
import { PhotoField } from '../../photos/photo-field.tsx'
import { usePhotos } from '../../photos/use-photos.ts'
import { platform, Text, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call, homeOf, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { fetchOffers } from '../../session/subscriptions.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Fault, LongField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Failed } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import type { ReportDraft } from './draft.ts'
import { faultsOf, urgencyWords, usualUrgency } from './draft.ts'
import { placeOfHome } from './place-of-home.ts'
import { CategoryCard, OnSiteCard, PlaceCard, SlotCard } from './report-cards.tsx'
import { useReport } from './use-report.ts'

const calmestFirst: readonly Urgency[] = ['routine', 'urgent', 'emergency']

export function ReportScreen() {
  const report = useReport()
  const { draft, change } = report
  const known = useStore(session)
  const home = homeOf(known)
  const me = useRemote(refreshMe, [])
  const communityId = draft.place?.communityId ?? home?.communityId ?? null
  const options = useRemote(
    () => call('GET /communities/{communityId}/repair-options', { path: { communityId: communityId ?? '' } }),
    [communityId],
    { skip: !communityId, ...(communityId ? { keptAs: `options.${communityId}` } : {}) },
  )
  const photos = usePhotos(communityId, draft.photos, (list) => change({ photos: list }))

  useEffect(() => {
    if (!draft.place && home) change({ place: placeOfHome(home) })
  }, [home?.unitId])
  useEffect(() => {
    fetchOffers().catch(() => undefined)
    for (const photo of photos.list) if (photo.state === 'failed' && !photo.refusal) photos.retry(photo)
  }, [])

  if (!known.me && me.failure && !draft.place) {
    return (
      <Screen>
        <Failed failure={me.failure} retry={() => void me.reload()} />
      </Screen>
    )
  }
  if (report.lost) return <Lost draft={draft} busy={report.busy} retry={() => void report.submit()} />

  const faults = report.tried ? faultsOf(draft) : {}
  return (
    <Screen
      foot={<Foot options={options.value} urgency={draft.urgency} busy={report.busy} submit={() => void report.submit()} />}
    >
      {report.restored && (
        <View className="notice notice--row">
          <Text className="notice__text">已恢复上次没写完的内容</Text>
          <Tap className="notice__link" onTap={report.clear}>
            <Text>清空重写</Text>
          </Tap>
        </View>
      )}
      <PlaceCard draft={draft} onChoose={(place) => change({ place, codeToken: null })} fault={faults.place} />
      <CategoryCard
        chosen={draft.category}
        fault={faults.category}
        onChoose={(category) => change({ category, urgency: usualUrgency(category) })}
      />
      <Card title="有多急">
        <Choices<Urgency>
          of={calmestFirst.map((value) => ({ value, ...urgencyWords[value] }))}
          chosen={draft.urgency}
          onChoose={(urgency) => change({ urgency })}
        />
        {draft.urgency === 'emergency' && draft.place && (
          <Tap className="alert" onTap={() => draft.place && platform.dial(draft.place.hotline)} label="拨打物业电话">
            <Icon name="phone" size={18} colour="#B42A21" />
            <Text className="alert__text">有危险请先打电话：{draft.place.hotline}</Text>
          </Tap>
        )}
      </Card>
      <Card title="说说情况">
        <LongField
          value={draft.description}
          onChange={(description) => change({ description })}
          hint="例如：厨房水槽下面的水管一直滴水（可用键盘上的话筒说）"
        />
        {faults.description && <Fault>{faults.description}</Fault>}
        <PhotoField photos={photos} withVideo />
        {faults.photos && <Fault>{faults.photos}</Fault>}
        <Text className="note">最多 6 张照片或 1 段短视频，师傅看得更明白</Text>
      </Card>
      {draft.onSite && <OnSiteCard reporter={draft.onSite} onChange={(onSite) => change({ onSite })} fault={faults.reporter} />}
      <SlotCard draft={draft} onChoose={(slot) => change({ slot })} />
    </Screen>
  )
}

function Foot({
  options,
  urgency,
  busy,
  submit,
}: {
  options: RepairOptions | null
  urgency: Urgency
  busy: boolean
  submit: () => void
}) {
  const promise = options?.promises.find((one) => one.urgency === urgency)
  return (
    <>
      {promise && (
        <View className="vow">
          <Icon name="shield" size={18} colour={colours.brand} />
          <Text className="vow__text">我们承诺：{promise.sentence}</Text>
        </View>
      )}
      <ActionButton text="提交报修" busy={busy} onTap={submit} />
    </>
  )
}

function Lost({ draft, busy, retry }: { draft: ReportDraft; busy: boolean; retry: () => void }) {
  // Online or not, the server may be the one that is away.
  useEffect(() => {
    const timer = setInterval(retry, 15_000)
    const stopListening = platform.onOnline(retry)
    return () => {
      clearInterval(timer)
      stopListening()
    }
  }, [])
  const hotline = draft.place?.hotline
  return (
    <Screen
      foot={
        <>
          <ActionButton text="重新提交" icon="refresh" busy={busy} onTap={retry} />
          {hotline && (
            <ActionButton text={`急事请拨打 ${hotline}`} kind="quiet" icon="phone" onTap={() => platform.dial(hotline)} />
          )}
        </>
      }
    >
      <View className="empty">
        <View className="empty__picture">
          <Icon name="offline" size={40} colour={colours.brand} />
        </View>
        <Text className="empty__title">还没有收到回音</Text>
        <Text className="empty__text">
          网络不通或系统繁忙。您填写的内容和照片都保存在手机上，联网后会自动再提交；重复提交也只会登记一次。
        </Text>
        <View className="card kept">
          <Text className="kept__text">
            {draft.place?.label} · {draft.category ? repairCategories[draft.category].label : ''}
          </Text>
          <Text className="kept__note">{draft.description}</Text>
        </View>
      </View>
    </Screen>
  )
}
