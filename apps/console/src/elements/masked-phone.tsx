import { EyeOutlined } from '@ant-design/icons'
import { codesOf, unmaskReasons } from '@yinuo/contracts'
import type { Unmasked, UnmaskReason, UnmaskSubject } from '@yinuo/contracts'
import { Button, Input, Popover, Radio, Tooltip, Typography } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '../app/call.ts'
import { useCommunity, useMay } from '../app/community.ts'
import { useSubmit } from '../app/submit.ts'
import { Refusal } from './refusal.tsx'

/** How long a number stays on the screen. */
const SHOWN_MS = 60_000

interface MaskedPhoneProps {
  masked: string
  subject: UnmaskSubject
  /** of the resident, member of staff, application or repair */
  id: string
}

/** A telephone number with its middle hidden; who may see it whole says why, and has it for a minute. */
export function MaskedPhone({ masked, subject, id }: MaskedPhoneProps) {
  const may = useMay()
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState<Unmasked | null>(null)
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => setShown(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [shown])

  if (shown) {
    return (
      <Tooltip title={`一分钟后隐藏，今天还可以查看 ${shown.left} 次`}>
        <Typography.Text copyable={{ text: shown.phone, tooltips: ['复制', '已复制'] }} onClick={stop}>
          <a href={`tel:${shown.phone}`}>{shown.phone}</a>
        </Typography.Text>
      </Tooltip>
    )
  }
  if (!may('archive.unmask')) return <span>{masked}</span>
  return (
    <span style={{ whiteSpace: 'nowrap' }} onClick={stop}>
      {masked}
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        destroyOnHidden
        title="查看完整手机号"
        content={
          <ReasonForm
            subject={subject}
            id={id}
            onShown={(person) => {
              setOpen(false)
              setShown(person)
            }}
          />
        }
      >
        <Button type="text" size="small" icon={<EyeOutlined />} aria-label={`查看完整手机号 ${masked}`} />
      </Popover>
    </span>
  )
}

// Where it stands in a row that opens something, looking at the number is not opening it.
const stop = (event: { stopPropagation: () => void }) => event.stopPropagation()

interface ReasonFormProps {
  subject: UnmaskSubject
  id: string
  onShown: (person: Unmasked) => void
}

function ReasonForm({ subject, id, onShown }: ReasonFormProps) {
  const { communityId } = useCommunity()
  const [reason, setReason] = useState<UnmaskReason>('contact')
  const [note, setNote] = useState('')
  const { submit, busy, failure } = useSubmit(
    (why: { reason: UnmaskReason; note?: string }) =>
      call('POST /communities/{communityId}/unmaskings', { path: { communityId }, body: { subject, id, ...why } }),
    onShown,
  )
  const needsNote = reason === 'other'
  return (
    <div style={{ width: 260 }}>
      <Refusal failure={failure} />
      <Radio.Group
        value={reason}
        onChange={(event) => setReason(event.target.value as UnmaskReason)}
        options={codesOf(unmaskReasons).map((value) => ({ value, label: unmaskReasons[value] }))}
        style={{ display: 'flex', flexDirection: 'column', gap: 6 }}
        aria-label="查看的理由"
      />
      <Input
        style={{ margin: '10px 0' }}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        placeholder={needsNote ? '请说明理由' : '补充说明（可不填）'}
        aria-label="理由说明"
        maxLength={200}
      />
      <Button
        type="primary"
        block
        loading={busy}
        disabled={needsNote && !note.trim()}
        onClick={() => submit({ reason, ...(note.trim() ? { note: note.trim() } : {}) })}
      >
        查看，并记入操作记录
      </Button>
    </div>
  )
}
