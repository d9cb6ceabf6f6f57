import { LogoutOutlined, SafetyOutlined, UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Avatar, Dropdown } from 'antd'
import { useState } from 'react'
import { call } from '../call.ts'
import { signedOut, useSession } from '../session/session-store.ts'
import { ProfileDrawer } from './profile-drawer.tsx'
import styles from './shell.module.css'

export function ProfileMenu() {
  const { me } = useSession()
  const queries = useQueryClient()
  const [profile, setProfile] = useState(false)
  const staff = me?.staff
  if (!staff) return null

  const leave = async () => {
    await call('DELETE /me/session').catch(() => undefined)
    queries.clear()
    signedOut()
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'profile', icon: <UserOutlined />, label: '我的账号', onClick: () => setProfile(true) },
            {
              key: 'totp',
              icon: <SafetyOutlined />,
              label: staff.totpEnrolled ? '动态码已启用' : '启用动态码',
              onClick: () => setProfile(true),
            },
            { type: 'divider' },
            { key: 'leave', icon: <LogoutOutlined />, label: '退出登录', onClick: leave },
          ],
        }}
      >
        <button type="button" className={styles['person']} aria-label="我的账号">
          <Avatar size={30} style={{ background: 'var(--brand-tint)', color: 'var(--brand)' }}>
            {staff.name.slice(0, 1)}
          </Avatar>
          {staff.name}
        </button>
      </Dropdown>
      <ProfileDrawer open={profile} onClose={() => setProfile(false)} />
    </>
  )
}
