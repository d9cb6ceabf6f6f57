import { CheckCircleFilled } from '@ant-design/icons'
import type { TotpOffer } from '@yinuo/contracts'
import { App, Button, Divider, Form, Input } from 'antd'
import { useState } from 'react'
import { Refusal } from '../../elements/refusal.tsx'
import { call } from '../call.ts'
import { learnMe, useSession } from '../session/session-store.ts'

/** Enrols the second step of signing in: scan, type the six digits once, done. */
export function TotpSetting({ enrolled }: { enrolled: boolean }) {
  const { me } = useSession()
  const { message } = App.useApp()
  const [offer, setOffer] = useState<TotpOffer | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const trying = async (act: () => Promise<void>) => {
    setBusy(true)
    setFailure(null)
    await act().catch(setFailure)
    setBusy(false)
  }
  const begin = () => trying(async () => setOffer(await call('POST /me/totp')))
  const confirm = ({ totp }: { totp: string }) =>
    trying(async () => {
      await call('PUT /me/totp', { body: { totp } })
      setOffer(null)
      message.success('动态码已启用，下次登录时需要输入')
      if (me?.staff) learnMe({ ...me, staff: { ...me.staff, totpEnrolled: true } })
    })

  return (
    <>
      <Divider titlePlacement="start">动态码</Divider>
      <Refusal failure={failure} />
      {enrolled && !offer && (
        <p style={{ marginBottom: 12 }}>
          <CheckCircleFilled style={{ color: 'var(--on-time-mark)' }} /> 已启用：登录时除密码外还要输入手机上的 6 位数字。
        </p>
      )}
      {!enrolled && !offer && (
        <p style={{ marginBottom: 12, color: 'var(--secondary)' }}>
          启用后，即使密码被别人知道，也登录不了您的账号。需要手机上的验证器应用。
        </p>
      )}
      {offer ? (
        <>
          <p>1. 用验证器扫描：</p>
          <img
            src={`data:image/svg+xml,${encodeURIComponent(offer.qrSvg)}`}
            alt="动态码二维码"
            width={200}
            height={200}
            style={{ display: 'block', margin: '12px auto' }}
          />
          <p style={{ marginBottom: 8, color: 'var(--secondary)', overflowWrap: 'anywhere' }}>
            不能扫描时手动输入：{secretOf(offer.uri)}
          </p>
          <Form layout="vertical" requiredMark={false} onFinish={confirm}>
            <Form.Item
              name="totp"
              label="2. 输入验证器显示的 6 位数字"
              rules={[{ required: true, pattern: /^\d{6}$/, message: '请输入 6 位数字' }]}
            >
              <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={busy} block>
              确认启用
            </Button>
          </Form>
        </>
      ) : (
        <Button onClick={begin} loading={busy}>
          {enrolled ? '更换验证器' : '启用动态码'}
        </Button>
      )}
    </>
  )
}

const secretOf = (uri: string) => new URL(uri).searchParams.get('secret') ?? uri
