import type { MessagePreferences } from '@yinuo/contracts'
import { useState } from 'react'
import { platform, Text } from '../../platform'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { TextField } from '../../ui/field.tsx'

/** An address is used once the code that was sent to it came back. */
export function EmailCard({
  preferences: { email, emailWanted },
  busy,
  keep,
}: {
  preferences: MessagePreferences
  busy: boolean
  keep: (change: () => Promise<MessagePreferences>, done?: string) => Promise<void>
}) {
  const [address, setAddress] = useState('')
  const [code, setCode] = useState('')
  const ask = () =>
    keep(() => call('POST /me/message-preferences/email', { body: { email: address.trim() } }), '验证码已发到邮箱')
  const confirm = async () => {
    await keep(() => call('POST /me/message-preferences/email/confirm', { body: { code: code.trim() } }), '邮箱已确认')
    setCode('')
  }
  const forget = async () => {
    const sure = await platform.ask({ title: '移除邮箱？', text: '之后不再用这个邮箱提醒您。', yes: '移除', no: '取消' })
    if (sure) await keep(() => call('DELETE /me/message-preferences/email'), '已移除')
  }
  return (
    <Card title="接收邮箱">
      <Text className="note">{email ? `已确认：${email}` : '确认邮箱后，才会用邮件提醒您。'}</Text>
      <TextField label={email ? '换一个邮箱' : '邮箱'} value={address} onChange={setAddress} hint="name@example.com" most={100} />
      <ActionButton text="发送验证码" kind="quiet" busy={busy} onTap={() => void ask()} />
      {emailWanted && (
        <>
          <TextField
            label={`发到 ${emailWanted} 的验证码`}
            value={code}
            onChange={setCode}
            hint="6 位数字"
            kind="number"
            most={6}
          />
          <ActionButton text="确认邮箱" busy={busy} onTap={() => void confirm()} />
        </>
      )}
      {email && <ActionButton text="移除邮箱" kind="danger" busy={busy} onTap={() => void forget()} />}
    </Card>
  )
}
