import { improvementLimits } from '@yinuo/contracts'
import type { CaseCause } from '@yinuo/contracts'
import { useState } from 'react'
import { useSend } from '../complaints/use-send.ts'
import { Text } from '../platform'
import { useNow, useRemote } from '../session/remote.ts'
import { call } from '../session/session.ts'
import { ActionButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Choices } from '../ui/choices.tsx'
import { LongField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { saidTime } from '../words/time.ts'

interface CauseProps {
  communityId: string
  caseId: string
  /** a case in another state may take a cause that it did not before */
  state: string
}

/** Why this case came about, for staff; named with a tap when it is over. */
export function CauseCard({ communityId, caseId, state }: CauseProps) {
  const path = { communityId, id: caseId }
  const found = useRemote(() => call('GET /communities/{communityId}/cases/{id}/cause', { path }), [caseId, state])
  const [naming, setNaming] = useState(false)
  const now = useNow(60)
  if (!found.value || (!found.value.cause && !found.value.mayName)) return null
  const { cause, mayName } = found.value
  return (
    <Card title="根本原因" {...(cause && { note: `${cause.namedByName} · ${saidTime(cause.namedAt, now)}` })}>
      <Text className="about">
        {cause ? [cause.name, cause.note].filter(Boolean).join('：') : '办完了，注明一下为什么会发生。'}
      </Text>
      {mayName && (
        <ActionButton text={cause ? '修改原因' : '注明原因'} kind="quiet" icon="pencil" onTap={() => setNaming(true)} />
      )}
      {naming && <CauseSheet path={path} found={found.value} onClose={() => setNaming(false)} onNamed={found.show} />}
    </Card>
  )
}

interface SheetProps {
  path: { communityId: string; id: string }
  found: CaseCause
  onClose: () => void
  onNamed: (next: CaseCause) => void
}

function CauseSheet({ path, found: { cause, options }, onClose, onNamed }: SheetProps) {
  const { send, busy } = useSend()
  const [causeId, setCauseId] = useState<string | null>(cause?.id ?? null)
  const [note, setNote] = useState(cause?.note ?? '')
  const choicesOf = (fitting: boolean) =>
    options.filter((each) => each.fitting === fitting).map(({ id, name }) => ({ value: id, text: name }))
  const [fitting, others] = [choicesOf(true), choicesOf(false)]
  const name = async () => {
    const body = { causeId: causeId!, ...(note.trim() && { note: note.trim() }) }
    const work = async () => onNamed(await call('PUT /communities/{communityId}/cases/{id}/cause', { path, body }))
    if (await send(work, '已注明原因')) onClose()
  }
  return (
    <Sheet title="为什么会发生？" onClose={onClose}>
      {fitting.length > 0 && (
        <>
          <Text className="field__label">这一类常见</Text>
          <Choices of={fitting} chosen={causeId} onChoose={setCauseId} />
        </>
      )}
      <Text className="field__label">通用</Text>
      <Choices of={others} chosen={causeId} onChoose={setCauseId} />
      <LongField value={note} onChange={setNote} hint="补充说明（可不填）" short most={improvementLimits.note} />
      <ActionButton text="保存" icon="check" busy={busy} disabled={!causeId} onTap={() => void name()} />
    </Sheet>
  )
}
