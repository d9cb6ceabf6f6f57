import type { StaffRow } from '@yinuo/contracts'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { sentenceOf } from '../../elements/refusal.tsx'

/** For a lost telephone or a password somebody else may know: every session of theirs ends. */
export function SignOutEverywhere({ staff }: { staff: StaffRow }) {
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const signOut = async () => {
    setBusy(true)
    try {
      await call('POST /staff/{id}/sign-out-everywhere', { path: { id: staff.id } })
      message.success(`${staff.name}的所有登录都已退出`)
    } catch (failure) {
      message.error(sentenceOf(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Popconfirm
      title={`退出${staff.name}的所有登录？`}
      description="电脑和微信上都要重新登录，账号仍可使用。"
      okText="退出"
      cancelText="取消"
      onConfirm={signOut}
    >
      <Button loading={busy}>退出其所有登录</Button>
    </Popconfirm>
  )
}
