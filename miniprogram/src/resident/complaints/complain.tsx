import { codesOf, complaintCategories, complaintSorts } from '@yinuo/contracts'
import type { ComplaintCategoryCode, ComplaintReceipt, ComplaintSort, Home } from '@yinuo/contracts'
import { useState } from 'react'
import { useSend } from '../../complaints/use-send.ts'
import { PhotoField } from '../../photos/photo-field.tsx'
import { usePhotos } from '../../photos/use-photos.ts'
import { openPage, platform, replacePage, Text, useRouter, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { askSubscriptions, fetchOffers } from '../../session/subscriptions.ts'
import { call, homeOf, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LongField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Tap } from '../../ui/tap.tsx'

/** What somebody has to say to the company, on one page. */
export function ComplainScreen() {
  const me = useRemote(refreshMe, [])
  const home = homeOf(useStore(session))
  if (home) return <Form key={home.communityId} home={home} />
  return (
    <Screen>
      <Shown of={me}>
        {() => (
          <Empty icon="home" title="请先绑定房屋" text="绑定以后就可以提投诉和建议；着急的事可以直接拨打物业电话。">
            <ActionButton text="绑定房屋" onTap={() => openPage('pages/bind/index')} />
          </Empty>
        )}
      </Shown>
    </Screen>
  )
}

function Form({ home }: { home: Home }) {
  const { communityId, hotline } = home
  const code = useRouter().params['code']
  const [sort, setSort] = useState<ComplaintSort>('complaint')
  const [category, setCategory] = useState<ComplaintCategoryCode | null>(null)
  const [description, setDescription] = useState('')
  const [anonymous, setAnonymous] = useState(false)
  const photos = usePhotos(communityId, [], () => undefined)
  const { send, busy } = useSend()
  const options = useRemote(
    () => call('GET /communities/{communityId}/complaint-options', { path: { communityId } }),
    [communityId],
  )
  useRemote(fetchOffers, [])
  const submit = async () => {
    if (!category) return
    // Nobody who stays unnamed is sent a push.
    if (!anonymous) await askSubscriptions('complaint')
    const body = {
      sort,
      category,
      urgency: 'routine' as const,
      description: description.trim(),
      anonymous,
      ...(code ? { codeToken: decodeURIComponent(code) } : {}),
      fileIds: photos.list.flatMap(({ fileId }) => fileId ?? []),
    }
    let receipt: ComplaintReceipt | null = null
    const sent = await send(async (idempotencyKey) => {
      receipt = await call('POST /communities/{communityId}/complaints', { path: { communityId }, body, idempotencyKey })
    }, '已提交')
    if (sent && receipt) replacePage(`pages/complaint/index?communityId=${communityId}&id=${(receipt as ComplaintReceipt).id}`)
  }
  const ready = category !== null && description.trim().length > 0
  const isSending = photos.list.some(({ state }) => state !== 'sent')
  return (
    <Screen
      foot={
        <>
          <Text className="note">
            {ready ? options.value && `我们承诺：${options.value.promise}` : '请选择“关于哪方面”，并写下内容'}
          </Text>
          <ActionButton
            text={`提交${complaintSorts[sort]}`}
            busy={busy || isSending}
            disabled={!ready}
            onTap={() => void submit()}
          />
        </>
      }
    >
      <Tap className="card row" onTap={() => openPage('pages/complaints/index')}>
        <Icon name="list" colour={colours.brand} />
        <Text className="row__text">我提过的</Text>
        <Icon name="right" size={18} colour={colours.secondary} />
      </Tap>
      <Card title="想说什么">
        <Choices<ComplaintSort>
          of={codesOf(complaintSorts).map((value) => ({ value, text: complaintSorts[value] }))}
          chosen={sort}
          onChoose={setSort}
        />
      </Card>
      <Card title="关于哪方面">
        <Choices<ComplaintCategoryCode>
          of={codesOf(complaintCategories).map((value) => ({ value, text: complaintCategories[value] }))}
          chosen={category}
          onChoose={setCategory}
        />
        <LongField value={description} onChange={setDescription} hint="什么事、在哪里、什么时候" most={1000} />
        <PhotoField photos={photos} withVideo />
      </Card>
      <Tap className="card row" onTap={() => setAnonymous(!anonymous)} chosen={anonymous} label="匿名提出">
        <Icon name="shield" colour={colours.brand} />
        <View className="row__words">
          <Text className="row__text">匿名提出</Text>
          <Text className="row__note">物业看不到您是谁、住哪里</Text>
        </View>
        <Switch on={anonymous} />
      </Tap>
      {anonymous && (
        <View className="notice">
          <Text>
            不会给您推送消息，请到“我提过的”里看回复，您可以继续和对方沟通。只有涉及法律和安全、经两位负责人共同批准才能查明身份，查过您会看到。
          </Text>
        </View>
      )}
      <Tap className="card row" onTap={() => platform.dial(hotline)}>
        <Icon name="phone" colour={colours.brand} />
        <View className="row__words">
          <Text className="row__text">也可以打电话说</Text>
          <Text className="row__note">24 小时服务热线 {hotline}</Text>
        </View>
      </Tap>
    </Screen>
  )
}
