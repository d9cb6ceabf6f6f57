import { codesOf, visitLimits, visitOutcomes, visitWays } from '@yinuo/contracts'
import type { VisitOutcome, VisitView, VisitWay } from '@yinuo/contracts'
import { useSend } from '../../complaints/use-send.ts'
import { PhotoField } from '../../photos/photo-field.tsx'
import { isAllSent, sentIds } from '../../photos/photo.ts'
import { usePhotos } from '../../photos/use-photos.ts'
import { Text } from '../../platform'
import { ratingWords, Stars } from '../../resident/repairs/stars.tsx'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { LongField, TextField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useDraft, type RecordDraft } from './drafts.ts'

/** What came of it, in a few taps at the door. */
export function RecordSheet({
  communityId,
  visit,
  onClose,
  onDone,
}: {
  communityId: string
  visit: VisitView
  onClose: () => void
  onDone: () => void
}) {
  const fresh: RecordDraft = { outcome: null, way: visit.way, met: '', satisfaction: null, notes: '', photos: [] }
  const [draft, change, forget] = useDraft<RecordDraft>(`visit.${visit.id}`, fresh)
  const photos = usePhotos(communityId, draft.photos, (list) => change({ photos: list }), visitLimits.files)
  const { send, busy } = useSend()
  const { outcome, way, met, satisfaction, notes } = draft
  const submit = async () => {
    const body = {
      outcome: outcome!,
      way,
      fileIds: sentIds(photos.list),
      version: visit.version,
      ...(notes.trim() && { notes: notes.trim() }),
      ...(outcome === 'reached' && met.trim() && { met: met.trim() }),
      ...(outcome === 'reached' && satisfaction !== null && { satisfaction }),
    }
    const sent = await send(
      (idempotencyKey) =>
        call('POST /communities/{communityId}/visits/{id}/record', {
          path: { communityId, id: visit.id },
          body,
          idempotencyKey,
        }),
      '已登记',
    )
    if (sent) {
      forget()
      onDone()
    }
  }
  return (
    <Sheet title="登记回访" onClose={onClose}>
      <Text className="field__label">方式</Text>
      <Choices<VisitWay>
        of={codesOf(visitWays).map((value) => ({ value, text: visitWays[value] }))}
        chosen={way}
        onChoose={(next) => change({ way: next })}
      />
      <Text className="field__label">结果</Text>
      <Choices<VisitOutcome>
        of={codesOf(visitOutcomes).map((value) => ({ value, text: visitOutcomes[value] }))}
        chosen={outcome}
        onChoose={(next) => change({ outcome: next })}
      />
      {outcome === 'absent' && (
        <Text className="note">同一方式 {visitLimits.triesEachWay} 次没遇到：上门的改为电话，电话的记为未联系上。</Text>
      )}
      {outcome === 'reached' && (
        <>
          <TextField label="受访人" value={met} onChange={(next) => change({ met: next })} hint="如：业主本人、家属" most={40} />
          <Stars rating={satisfaction} onRate={(next) => change({ satisfaction: next })} />
          <Text className="stars__word">{satisfaction === null ? '住户给几颗星（可不填）' : ratingWords[satisfaction - 1]}</Text>
        </>
      )}
      <LongField
        value={notes}
        onChange={(next) => change({ notes: next })}
        hint="说了什么、看到什么"
        most={visitLimits.notes}
        short
      />
      <PhotoField photos={photos} most={visitLimits.files} />
      <ActionButton
        text={outcome ? '登记' : '请先选择结果'}
        busy={busy}
        disabled={outcome === null || !isAllSent(photos.list)}
        onTap={() => void submit()}
      />
    </Sheet>
  )
}
