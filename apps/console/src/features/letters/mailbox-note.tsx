import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { TimeText } from '../../elements/time-text.tsx'
import { useMailboxState } from './queries.ts'

/** Whether letters come in; since when not, and why. */
export function MailboxNote() {
  const { communityId } = useCommunity()
  const may = useMay()
  const state = useMailboxState(communityId).data
  if (!state) return null
  const settings = may('messages.manage') ? (
    <Link to={`/c/${communityId}/letters/settings`}>{state.address ? '查看设置' : '去设置'}</Link>
  ) : (
    '请项目经理在“来信 → 收件邮箱设置”里处理。'
  )
  const note = (type: 'info' | 'warning' | 'error', title: ReactNode) => (
    <Alert type={type} showIcon role="status" title={title} description={settings} style={{ marginBottom: 16 }} />
  )
  if (!state.address) return note('info', '还没有设置收件邮箱，住户发来的邮件不会进到这里。')
  if (!state.active) return note('warning', `收件邮箱 ${state.address} 已停用，邮件留在邮箱里，启用后补收。`)
  if (!state.failingSince) return null
  return note(
    'error',
    <>
      从 <TimeText at={state.failingSince} /> 起收不到 {state.address} 的来信：{state.failure}
      。系统会自动重试，恢复后补收，不会漏信。
    </>,
  )
}
