import { ApiProblem } from '@yinuo/api-client'
import { codesOf, residencyRoles } from '@yinuo/contracts'
import type { ResidenceApplication } from '@yinuo/contracts'
import { useRef, useState } from 'react'
import { PhotoField } from '../../photos/photo-field.tsx'
import { usePhotos } from '../../photos/use-photos.ts'
import { PhoneNumberButton, platform, Text, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { call, keepMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { DayField, Fault, TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Tap } from '../../ui/tap.tsx'
import { today } from '../../words/time.ts'
import type { DraftPlace } from '../report/draft.ts'
import type { ApplicationDraft } from './application.ts'
import { applicationFaults, applicationOf } from './application.ts'
import { UnitSheet } from './unit-sheet.tsx'

export function ApplicationForm({ place, onSent }: { place: DraftPlace; onSent: (application: ResidenceApplication) => void }) {
  const { me } = useStore(session)
  const [draft, setDraft] = useState<ApplicationDraft>({
    unit: place.kind === 'unit' && place.id ? { id: place.id, label: place.label } : null,
    role: 'owner',
    name: me?.homes[0]?.residentName ?? me?.account?.name ?? '',
    phone: '',
    validUntil: '',
    photos: [],
  })
  const change = (part: Partial<ApplicationDraft>) => setDraft((before) => ({ ...before, ...part }))
  const photos = usePhotos(place.communityId, [], (list) => change({ photos: list }), 3)
  const [choosing, setChoosing] = useState(false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const key = useRef<{ key: string; body: string } | null>(null)
  const verified = me?.account?.phoneMasked ?? null
  const [typing, setTyping] = useState(false)
  const vouched = verified !== null && !typing
  const faults = tried ? applicationFaults(draft, vouched) : {}

  const send = async () => {
    setTried(true)
    if (busy || Object.keys(applicationFaults(draft, vouched)).length > 0) return
    setBusy(true)
    const body = applicationOf(draft)
    // The same application keeps its key; a changed one is another.
    const written = JSON.stringify(body)
    if (key.current?.body !== written) key.current = { key: platform.uuid(), body: written }
    try {
      onSent(
        await call('POST /communities/{communityId}/residence-applications', {
          path: { communityId: place.communityId },
          body,
          idempotencyKey: key.current.key,
        }),
      )
      platform.tell('已提交，请等待审核')
    } catch (failure) {
      if (failure instanceof ApiProblem && failure.errors.some(({ field }) => field === 'phone')) setTyping(true)
      await platform.ask({ title: '没有提交成功', text: sentenceOf(failure), yes: '知道了' })
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Card title="申请绑定房屋" note={place.communityName}>
        <Tap className="pick" onTap={() => setChoosing(true)} label="选择房屋">
          <Icon name="home" colour={colours.brand} />
          <Text className="pick__text pick__words">{draft.unit?.label ?? '选择楼栋、单元、房号'}</Text>
          <Text className="pick__change">{draft.unit ? '更换' : '选择'}</Text>
        </Tap>
        {faults.unit && <Fault>{faults.unit}</Fault>}
        <Text className="field__label">您是</Text>
        <Choices
          of={codesOf(residencyRoles).map((value) => ({ value, text: residencyRoles[value] }))}
          chosen={draft.role}
          onChoose={(role) => change({ role })}
        />
        {draft.role === 'tenant' && (
          <DayField
            label="租期到哪天"
            value={draft.validUntil}
            hint="选择租期最后一天"
            from={today()}
            onChange={(validUntil) => change({ validUntil })}
            fault={faults.validUntil ?? null}
          />
        )}
        <TextField
          label="登记姓名"
          value={draft.name}
          hint="与物业登记一致，通过更快"
          onChange={(name) => change({ name })}
          fault={faults.name ?? null}
          most={20}
        />
        <Phone
          draft={draft}
          verified={verified}
          typing={typing}
          type={() => setTyping(true)}
          change={change}
          fault={faults.phone ?? null}
        />
      </Card>
      <Card title="证明照片" note="可不传">
        <Text className="note">房产证、购房或租房合同任一页。姓名和手机号与登记一致时不需要。</Text>
        <PhotoField photos={photos} most={3} />
        {faults.photos && <Fault>{faults.photos}</Fault>}
      </Card>
      <ActionButton text="提交申请" busy={busy} onTap={() => void send()} />
      {choosing && (
        <UnitSheet
          communityId={place.communityId}
          buildingId={place.kind === 'building' ? place.id : null}
          onClose={() => setChoosing(false)}
          onChoose={(unit) => {
            change({ unit })
            setChoosing(false)
          }}
        />
      )}
    </>
  )
}

interface PhoneProps {
  draft: ApplicationDraft
  verified: string | null
  typing: boolean
  type: () => void
  change: (part: Partial<ApplicationDraft>) => void
  fault: string | null
}

/** WeChat's number by one tap, or typed by who would rather not give it. */
function Phone({ draft, verified, typing, type, change, fault }: PhoneProps) {
  const vouch = async (code: string | null) => {
    if (!code) return type()
    try {
      keepMe(await call('POST /me/phone', { body: { code } }))
    } catch (failure) {
      platform.tell(sentenceOf(failure))
      type()
    }
  }
  if (typing) {
    return (
      <TextField
        label="手机号"
        kind="tel"
        value={draft.phone}
        hint="11 位手机号"
        most={11}
        onChange={(phone) => change({ phone })}
        fault={fault}
      />
    )
  }
  return (
    <View className="field">
      <Text className="field__label">手机号</Text>
      {verified ? (
        <View className="pick">
          <Icon name="phone" colour={colours.brand} />
          <Text className="pick__text pick__words">{verified}</Text>
          <Text className="pick__note">微信已验证</Text>
        </View>
      ) : (
        <>
          <PhoneNumberButton className="native-button native-button--quiet" onCode={(code) => void vouch(code)}>
            使用微信绑定的手机号
          </PhoneNumberButton>
          <Tap className="bar__link" onTap={type}>
            <Text>自己填写</Text>
          </Tap>
        </>
      )}
      {fault && <Fault>{fault}</Fault>}
    </View>
  )
}
