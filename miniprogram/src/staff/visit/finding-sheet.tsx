import { codesOf, complaintCategories, complaintSorts, repairCategories, urgencies } from '@yinuo/contracts'
import type { ComplaintCategoryCode, ComplaintSort, RepairCategoryCode, Urgency, VisitView } from '@yinuo/contracts'
import { useSend } from '../../complaints/use-send.ts'
import { PhotoField } from '../../photos/photo-field.tsx'
import { isAllSent, sentIds, type Photo } from '../../photos/photo.ts'
import { usePhotos } from '../../photos/use-photos.ts'
import { Text } from '../../platform'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { LongField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useDraft } from './drafts.ts'

interface FindingDraft {
  residentId: string
  sort: ComplaintSort
  repair: RepairCategoryCode | null
  complaint: ComplaintCategoryCode | null
  urgency: Urgency
  description: string
  photos: Photo[]
}

const repairs = codesOf(repairCategories as unknown as Readonly<Record<RepairCategoryCode, string>>)

/** What was found becomes a case of the household, in one step. */
export function FindingSheet({
  kind,
  communityId,
  visit,
  onClose,
  onDone,
}: {
  kind: 'repair' | 'complaint'
  communityId: string
  visit: VisitView
  onClose: () => void
  onDone: () => void
}) {
  const [draft, change, forget] = useDraft<FindingDraft>(`visit.${visit.id}.${kind}`, {
    residentId: visit.residents[0]!.residentId,
    sort: 'suggestion',
    repair: null,
    complaint: null,
    urgency: 'routine',
    description: '',
    photos: [],
  })
  const photos = usePhotos(communityId, draft.photos, (list) => change({ photos: list }))
  const { send, busy } = useSend()
  const { residentId, sort, repair, complaint, urgency } = draft
  const description = draft.description.trim()
  const ready = description.length > 0 && (kind === 'repair' ? repair : complaint) !== null
  const path = { communityId, id: visit.id }
  const submit = async () => {
    const found = { residentId, urgency, description, fileIds: sentIds(photos.list) }
    const sent = await send(
      (idempotencyKey) =>
        kind === 'repair'
          ? call('POST /communities/{communityId}/visits/{id}/repair', {
              path,
              body: { ...found, category: repair! },
              idempotencyKey,
            })
          : call('POST /communities/{communityId}/visits/{id}/complaint', {
              path,
              body: { ...found, sort, category: complaint! },
              idempotencyKey,
            }),
      kind === 'repair' ? '已登记报修' : '已登记',
    )
    if (sent) {
      forget()
      onDone()
    }
  }
  return (
    <Sheet title={kind === 'repair' ? '转报修' : '转投诉建议'} onClose={onClose}>
      {visit.residents.length > 1 && (
        <>
          <Text className="field__label">代谁登记</Text>
          <Choices<string>
            of={visit.residents.map(({ residentId: value, name }) => ({ value, text: name }))}
            chosen={residentId}
            onChoose={(next) => change({ residentId: next })}
          />
        </>
      )}
      {kind === 'complaint' && (
        <>
          <Text className="field__label">类型</Text>
          <Choices<ComplaintSort>
            of={codesOf(complaintSorts).map((value) => ({ value, text: complaintSorts[value] }))}
            chosen={sort}
            onChoose={(next) => change({ sort: next })}
          />
        </>
      )}
      <Text className="field__label">什么方面</Text>
      {kind === 'repair' ? (
        <Choices<RepairCategoryCode>
          of={repairs.map((value) => ({ value, text: repairCategories[value].label }))}
          chosen={repair}
          onChoose={(next) => change({ repair: next })}
        />
      ) : (
        <Choices<ComplaintCategoryCode>
          of={codesOf(complaintCategories).map((value) => ({ value, text: complaintCategories[value] }))}
          chosen={complaint}
          onChoose={(next) => change({ complaint: next })}
        />
      )}
      <Text className="field__label">紧急程度</Text>
      <Choices<Urgency>
        of={codesOf(urgencies).map((value) => ({ value, text: urgencies[value] }))}
        chosen={urgency}
        onChoose={(next) => change({ urgency: next })}
      />
      <LongField
        value={draft.description}
        onChange={(next) => change({ description: next })}
        hint="什么事、在哪里"
        most={1000}
        short
      />
      <PhotoField photos={photos} />
      <ActionButton
        text={ready ? '登记' : '请选择类别并写下内容'}
        busy={busy}
        disabled={!ready || !isAllSent(photos.list)}
        onTap={() => void submit()}
      />
    </Sheet>
  )
}
