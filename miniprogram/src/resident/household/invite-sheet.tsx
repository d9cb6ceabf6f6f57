import { codesOf, invitedRoles } from '@yinuo/contracts'
import type { HouseholdMembers, OpenInvitation } from '@yinuo/contracts'
import { useRef, useState } from 'react'
import { platform, Text } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { DayField, Fault, TextField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { today } from '../../words/time.ts'
import type { InviteDraft } from './invite.ts'
import { inviteFaults, inviteOf } from './invite.ts'

interface InviteSheetProps {
  household: HouseholdMembers
  onClose: () => void
  onSent: (invitation: OpenInvitation) => void
}

export function InviteSheet({ household, onClose, onSent }: InviteSheetProps) {
  const [draft, setDraft] = useState<InviteDraft>({ role: 'family', name: '', validUntil: '' })
  const change = (part: Partial<InviteDraft>) => setDraft((before) => ({ ...before, ...part }))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const key = useRef<{ key: string; body: string } | null>(null)
  const faults = tried ? inviteFaults(draft) : {}

  const send = async () => {
    setTried(true)
    if (busy || Object.keys(inviteFaults(draft)).length > 0) return
    setBusy(true)
    setFault(null)
    const body = inviteOf(draft, household.unitId)
    // The same invitation keeps its key; a changed one is another.
    const written = JSON.stringify(body)
    if (key.current?.body !== written) key.current = { key: platform.uuid(), body: written }
    try {
      const path = { communityId: household.communityId }
      onSent(await call('POST /communities/{communityId}/invitations', { path, body, idempotencyKey: key.current.key }))
    } catch (failure) {
      setFault(sentenceOf(failure))
      setBusy(false)
    }
  }

  return (
    <Sheet title="邀请同住" onClose={onClose}>
      <Text className="field__label">对方是</Text>
      <Choices
        of={codesOf(invitedRoles).map((value) => ({ value, text: invitedRoles[value] }))}
        chosen={draft.role}
        onChoose={(role) => change({ role })}
      />
      <TextField
        label="对方的姓名"
        value={draft.name}
        hint="例如：林小宝"
        most={20}
        onChange={(name) => change({ name })}
        fault={faults.name ?? null}
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
      <Text className="note">邀请 7 天内有效，只能用一次，接受前可随时撤回。</Text>
      {fault && <Fault>{fault}</Fault>}
      <ActionButton text="生成邀请" busy={busy} onTap={() => void send()} />
    </Sheet>
  )
}
