import type { RepairView } from '@yinuo/contracts'
import { useState } from 'react'
import { FilePick, useKeptFiles } from '../../cases/file-pick.tsx'
import { settle } from '../../cases/settle.ts'
import { act } from '../../outbox/repair-outbox.ts'
import { Text } from '../../platform'
import { ActionButton } from '../../ui/button.tsx'
import { LongField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'

interface SheetProps {
  repair: RepairView
  onClose: () => void
  onDone: () => void
}

const words = {
  reopen: { title: '哪里没修好？', hint: '例如：擦干以后还在滴水', button: '请师傅再来', done: '已重新安排处理' },
  cancel: { title: '为什么取消？', hint: '例如：已经自己修好了', button: '取消这次报修', done: '报修已取消' },
  'refuse-charge': { title: '为什么不同意？', hint: '例如：想先自己买配件', button: '不同意报价', done: '已告诉师傅' },
} as const

export function ReasonSheet({ repair, action, onClose, onDone }: SheetProps & { action: keyof typeof words }) {
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const photos = useKeptFiles()
  const { title, hint, button, done } = words[action]
  const send = async () => {
    setBusy(true)
    await settle(await act(repair, action, { reason: reason.trim() }, action === 'reopen' ? photos.files : null), done)
    setBusy(false)
    onClose()
    onDone()
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <LongField value={reason} onChange={setReason} hint={hint} short most={200} />
      {action === 'reopen' && <FilePick kept={photos} words="拍照" />}
      {action === 'reopen' && <Text className="note">照片可不传，传了师傅会带对工具</Text>}
      <ActionButton
        text={button}
        kind={action === 'cancel' ? 'danger' : 'main'}
        busy={busy}
        disabled={reason.trim().length < 2}
        onTap={() => void send()}
      />
    </Sheet>
  )
}

export function NoteSheet({ repair, onClose, onDone }: SheetProps) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const photos = useKeptFiles()
  const send = async () => {
    setBusy(true)
    await settle(await act(repair, 'note', { text: text.trim() }, photos.files), '已补充')
    setBusy(false)
    onClose()
    onDone()
  }
  return (
    <Sheet title="补充说明" onClose={onClose}>
      <LongField value={text} onChange={setText} hint="例如：门铃坏了，请打电话" short most={300} />
      <FilePick kept={photos} words="拍照" />
      <ActionButton text="提交" busy={busy} disabled={text.trim().length < 2} onTap={() => void send()} />
    </Sheet>
  )
}
