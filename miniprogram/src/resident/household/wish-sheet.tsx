import { codesOf, visitTimes, visitWishes } from '@yinuo/contracts'
import type { HomeVisit, VisitTime, VisitWish } from '@yinuo/contracts'
import { useState } from 'react'
import { useSend } from '../../complaints/use-send.ts'
import { Text } from '../../platform'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'

/** How the household would like to be visited, or not at all this time. */
export function WishSheet({
  communityId,
  visit,
  onClose,
  onDone,
}: {
  communityId: string
  visit: HomeVisit
  onClose: () => void
  onDone: () => void
}) {
  const [wish, setWish] = useState<VisitWish>(visit.wish?.wish ?? visit.way)
  const [time, setTime] = useState<VisitTime | null>(visit.wish?.time ?? null)
  const [note, setNote] = useState(visit.wish?.note ?? '')
  const { send, busy } = useSend()
  const submit = async () => {
    const body = {
      wish,
      version: visit.version,
      ...(wish !== 'none' && time && { time }),
      ...(note.trim() && { note: note.trim() }),
    }
    const path = { communityId, id: visit.id }
    const sent = await send(() => call('PUT /communities/{communityId}/home-visits/{id}/wish', { path, body }), '已告诉物业')
    if (sent) onDone()
  }
  return (
    <Sheet title="希望怎么回访？" onClose={onClose}>
      <Choices<VisitWish>
        of={codesOf(visitWishes).map((value) => ({ value, text: visitWishes[value] }))}
        chosen={wish}
        onChoose={setWish}
      />
      {wish !== 'none' && (
        <>
          <Text className="field__label">什么时候方便</Text>
          <Choices<VisitTime>
            of={codesOf(visitTimes).map((value) => ({ value, text: visitTimes[value] }))}
            chosen={time}
            onChoose={setTime}
          />
        </>
      )}
      <TextField label="补充说明" value={note} onChange={setNote} hint="可不填" most={60} />
      <ActionButton text="确定" busy={busy} onTap={() => void submit()} />
    </Sheet>
  )
}
