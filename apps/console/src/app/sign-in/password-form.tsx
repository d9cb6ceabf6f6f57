import { ApiProblem } from '@yinuo/api-client'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Refusal } from '../../elements/refusal.tsx'
import { call } from '../call.ts'
import { useEnter } from './enter.ts'

interface Typed {
  login: string
  password: string
  totp?: string
}

/** Password first; the six digits only when this account has them. */
export function PasswordForm() {
  const enter = useEnter()
  const [form] = Form.useForm<Typed>()
  const [asksTotp, setAsksTotp] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const submit = async ({ login, password, totp }: Typed) => {
    setBusy(true)
    setFailure(null)
    try {
      enter(await call('POST /sessions/password', { body: { login: login.trim(), password, ...(totp ? { totp } : {}) } }))
    } catch (refused) {
      if (refused instanceof ApiProblem && refused.code === 'TOTP_REQUIRED') {
        setAsksTotp(true)
        setTimeout(() => form.focusField('totp'))
      } else {
        setFailure(refused)
        if (asksTotp) form.setFieldValue('totp', undefined)
      }
    } finally {
      setBusy(false)
    }
  }

  return (
    <Form form={form} layout="vertical" requiredMark={false} size="large" onFinish={submit}>
      <Refusal failure={failure} />
      <Form.Item name="login" label="账号" rules={[{ required: true, message: '请输入账号' }]} hidden={asksTotp}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]} hidden={asksTotp}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {asksTotp && (
        <Form.Item
          name="totp"
          label="动态码"
          extra="打开手机上的验证器，输入“一诺物业”下的 6 位数字。"
          rules={[{ required: true, pattern: /^\d{6}$/, message: '请输入 6 位数字' }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={busy} size="large">
        登录
      </Button>
      {asksTotp && (
        <Button type="link" block onClick={() => setAsksTotp(false)} style={{ marginTop: 8 }}>
          换一个账号
        </Button>
      )}
    </Form>
  )
}
