import { codesOf, complaintCategories, complaintSorts } from '@yinuo/contracts'
import type { ComplaintCategoryCode, ComplaintSort } from '@yinuo/contracts'
import { useSend } from '../../complaints/use-send.ts'
import type { Photo } from '../../photos/photo.ts'
import { isAllSent, sentIds } from '../../photos/photo.ts'
import { PhotoField } from '../../photos/photo-field.tsx'
import { usePhotos } from '../../photos/use-photos.ts'
import { Text } from '../../platform'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { LongField, TextField } from '../../ui/field.tsx'
import { useDraft } from '../visit/drafts.ts'

interface SlipDraft {
  sort: ComplaintSort
  category: ComplaintCategoryCode | null
  description: string
  name: string
  phone: string
  photos: Photo[]
}

const fresh: SlipDraft = { sort: 'suggestion', category: null, description: '', name: '', phone: '', photos: [] }

interface SlipFormProps {
  title: string
  path: { communityId: string; id: string }
  onDone: () => void
  onUnreadable: () => void
}

/** The slip in hand; what was typed outlives the page. */
export function SlipForm({ title, path, onDone, onUnreadable }: SlipFormProps) {
  const [draft, change, forget] = useDraft<SlipDraft>(`slip.${path.id}`, fresh)
  const photos = usePhotos(path.communityId, draft.photos, (list) => change({ photos: list }))
  const { send, busy } = useSend()
  const { sort, category, description, name, phone } = draft
  const submit = async () => {
    if (!category) return
    const body = {
      sort,
      category,
      urgency: 'routine' as const,
      description: description.trim(),
      fileIds: sentIds(photos.list),
      ...(name.trim() && { complainant: { name: name.trim(), ...(phone.trim() && { phone: phone.trim() }) } }),
    }
    const sent = await send(
      (idempotencyKey) => call('POST /communities/{communityId}/box-openings/{id}/slips', { path, body, idempotencyKey }),
      '已登记',
    )
    if (!sent) return
    forget()
    onDone()
  }
  const ready = category !== null && description.trim() !== ''
  return (
    <Card title={title}>
      <Choices<ComplaintSort>
        of={codesOf(complaintSorts).map((value) => ({ value, text: complaintSorts[value] }))}
        chosen={sort}
        onChoose={(next) => change({ sort: next })}
      />
      <Text className="note">关于哪方面，责任部门按此确定</Text>
      <Choices<ComplaintCategoryCode>
        of={codesOf(complaintCategories).map((value) => ({ value, text: complaintCategories[value] }))}
        chosen={category}
        onChoose={(next) => change({ category: next })}
      />
      <LongField
        value={description}
        onChange={(next) => change({ description: next })}
        hint="照纸条上的原话记"
        most={1000}
        short
      />
      <PhotoField photos={photos} />
      <TextField label="署名" value={name} onChange={(next) => change({ name: next })} hint="没有署名的不用填" most={40} />
      {name.trim() !== '' && (
        <TextField label="电话" kind="tel" value={phone} onChange={(next) => change({ phone: next })} hint="可不填" most={14} />
      )}
      <ActionButton
        text={ready ? '登记这一张' : '请选择类别，写下内容'}
        busy={busy}
        disabled={!ready || !isAllSent(photos.list)}
        onTap={() => void submit()}
      />
      <ActionButton text="这一张无法辨认" kind="quiet" onTap={onUnreadable} />
    </Card>
  )
}
