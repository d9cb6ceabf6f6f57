import { codesOf, repairCategories } from '@yinuo/contracts'
import type { RepairCategoryCode } from '@yinuo/contracts'
import { useState } from 'react'
import { Text, View } from '../../platform'
import { colours } from '../../theme/tokens.ts'
import { Card } from '../../ui/card.tsx'
import { Fault, TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { categoryIcons } from '../../ui/icon-paths.ts'
import { Tap } from '../../ui/tap.tsx'
import type { ReportDraft } from './draft.ts'
import { PlaceSheet } from './place-sheet.tsx'
import { SlotSheet } from './slot-sheet.tsx'
import { slotsAfter } from './slots.ts'

export function PlaceCard({
  draft,
  onChoose,
  fault,
}: {
  draft: ReportDraft
  onChoose: (place: NonNullable<ReportDraft['place']>) => void
  fault?: string | undefined
}) {
  const [choosing, setChoosing] = useState(false)
  return (
    <Card title="哪里">
      <Tap className="pick" onTap={() => setChoosing(true)} label="选择位置">
        <Icon name={draft.place?.kind === 'unit' ? 'home' : 'pin'} colour={colours.brand} />
        <View className="pick__words">
          <Text className="pick__text">{draft.place?.label ?? '请选择位置'}</Text>
          {draft.place && (
            <Text className="pick__note">
              {draft.place.communityName}
              {draft.codeToken ? ' · 来自二维码' : ''}
            </Text>
          )}
        </View>
        <Text className="pick__change">更换</Text>
      </Tap>
      {fault && <Fault>{fault}</Fault>}
      {choosing && (
        <PlaceSheet
          onClose={() => setChoosing(false)}
          onChoose={(place) => {
            onChoose(place)
            setChoosing(false)
          }}
        />
      )}
    </Card>
  )
}

export function CategoryCard({
  chosen,
  onChoose,
  fault,
}: {
  chosen: RepairCategoryCode | null
  onChoose: (category: RepairCategoryCode) => void
  fault?: string | undefined
}) {
  return (
    <Card title="什么坏了" {...(chosen ? { note: repairCategories[chosen].examples } : {})}>
      <View className="grid">
        {codesOf(categoryIcons).map((code) => (
          <Tap
            key={code}
            className={`grid__cell${code === chosen ? ' grid__cell--chosen' : ''}`}
            onTap={() => onChoose(code)}
            chosen={code === chosen}
            label={repairCategories[code].label}
          >
            <Icon name={categoryIcons[code]} size={28} colour={code === chosen ? colours.card : colours.brand} />
            <Text className="grid__text">{repairCategories[code].label}</Text>
          </Tap>
        ))}
      </View>
      {fault && <Fault>{fault}</Fault>}
    </Card>
  )
}

export function OnSiteCard({
  reporter,
  onChange,
  fault,
}: {
  reporter: NonNullable<ReportDraft['onSite']>
  onChange: (reporter: NonNullable<ReportDraft['onSite']>) => void
  fault?: string | undefined
}) {
  return (
    <Card title="谁报的" note="可不填">
      <TextField label="姓名" value={reporter.name} most={20} onChange={(name) => onChange({ ...reporter, name })} />
      <TextField
        label="电话"
        kind="tel"
        value={reporter.phone}
        most={12}
        onChange={(phone) => onChange({ ...reporter, phone })}
      />
      {fault && <Fault>{fault}</Fault>}
    </Card>
  )
}

export function SlotCard({ draft, onChoose }: { draft: ReportDraft; onChoose: (slot: ReportDraft['slot']) => void }) {
  const [choosing, setChoosing] = useState(false)
  const chosen = slotsAfter(Date.now()).find((slot) => slot.from === draft.slot?.from)
  return (
    <Card title="什么时候方便上门">
      <Tap className="pick" onTap={() => setChoosing(true)} label="选择上门时间">
        <Icon name="clock" colour={colours.brand} />
        <View className="pick__words">
          <Text className="pick__text">{chosen?.text ?? '尽快上门'}</Text>
        </View>
        <Text className="pick__change">更换</Text>
      </Tap>
      {choosing && (
        <SlotSheet
          onClose={() => setChoosing(false)}
          onChoose={(slot) => {
            onChoose(slot)
            setChoosing(false)
          }}
        />
      )}
    </Card>
  )
}
