import { boxLimits } from '@yinuo/contracts'
import type { BoxOpeningView, SuggestionBox } from '@yinuo/contracts'
import { useSend } from '../../complaints/use-send.ts'
import type { Photo } from '../../photos/photo.ts'
import { isAllSent, sentIds } from '../../photos/photo.ts'
import { PhotoField } from '../../photos/photo-field.tsx'
import { usePhotos } from '../../photos/use-photos.ts'
import { Text } from '../../platform'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { LongField, TextField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useDraft } from '../visit/drafts.ts'
import { countOf } from './count-of.ts'

interface EmptyDraft {
  witness: string
  slips: string
  note: string
  photos: Photo[]
}

const fresh: EmptyDraft = { witness: '', slips: '', note: '', photos: [] }

/** At the box: who looks on, how many slips, a photo. */
export function EmptySheet({
  communityId,
  box,
  onClose,
  onEmptied,
}: {
  communityId: string
  box: SuggestionBox
  onClose: () => void
  onEmptied: (openingId: string) => void
}) {
  const [draft, change, forget] = useDraft<EmptyDraft>(`box.${box.id}`, fresh)
  const photos = usePhotos(communityId, draft.photos, (list) => change({ photos: list }), boxLimits.photos)
  const { send, busy } = useSend()
  const slips = countOf(draft.slips)
  const ready = draft.witness.trim() !== '' && slips !== null
  const submit = async () => {
    if (slips === null) return
    const body = {
      openedAt: new Date().toISOString(),
      witness: draft.witness.trim(),
      slips,
      fileIds: sentIds(photos.list),
      ...(draft.note.trim() && { note: draft.note.trim() }),
    }
    let opening: BoxOpeningView | null = null
    const sent = await send(
      async (idempotencyKey) => {
        opening = await call('POST /communities/{communityId}/suggestion-boxes/{id}/openings', {
          path: { communityId, id: box.id },
          body,
          idempotencyKey,
        })
      },
      slips === 0 ? '已登记，箱里没有意见' : '已登记，请逐张登记意见',
    )
    if (!sent || !opening) return
    forget()
    onEmptied((opening as BoxOpeningView).id)
  }
  return (
    <Sheet title={`开箱 · ${box.name}`} onClose={onClose}>
      <TextField
        label="见证人"
        value={draft.witness}
        onChange={(witness) => change({ witness })}
        hint="如：业主代表 林女士"
        most={40}
      />
      <TextField
        label="几张"
        kind="number"
        value={draft.slips}
        onChange={(next) => change({ slips: next })}
        hint="当场清点，没有填 0"
        most={3}
        fault={draft.slips && slips === null ? `请填 0 到 ${boxLimits.slips}` : null}
      />
      <LongField value={draft.note} onChange={(note) => change({ note })} hint="备注（可不填）" most={200} short />
      <PhotoField photos={photos} most={boxLimits.photos} />
      <Text className="note">填好的内容会保留，登记以后才清空。</Text>
      <ActionButton
        text={ready ? '登记开箱' : '请填写见证人和张数'}
        busy={busy}
        disabled={!ready || !isAllSent(photos.list)}
        onTap={() => void submit()}
      />
    </Sheet>
  )
}
