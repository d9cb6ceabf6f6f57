import { useQueryClient } from '@tanstack/react-query'
import { permissions } from '@yinuo/contracts'
import { App, Descriptions, Drawer, Switch } from 'antd'
import { useState } from 'react'
import { Refusal } from '../../elements/refusal.tsx'
import { call } from '../call.ts'
import { keysOf, useCommunity, useMay, usePermissionsHere, usePostsHere } from '../community.ts'
import { learnMe, useSession } from '../session/session-store.ts'
import { Devices } from './devices.tsx'
import { MessagePreferences } from './message-preferences.tsx'
import { TotpSetting } from './totp-setting.tsx'

export function ProfileDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { me } = useSession()
  const here = useCommunity()
  const may = useMay()
  const posts = usePostsHere()
  const held = usePermissionsHere()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [failure, setFailure] = useState<unknown>(null)
  const staff = me?.staff
  if (!staff) return null

  const setDuty = async (onDuty: boolean) => {
    setFailure(null)
    try {
      learnMe(await call('PUT /communities/{communityId}/duty', { path: { communityId: here.communityId }, body: { onDuty } }))
      message.success(onDuty ? '已上岗' : '已离岗')
      void queries.invalidateQueries({ queryKey: keysOf(here.communityId).repairs })
    } catch (refused) {
      setFailure(refused)
    }
  }

  return (
    <Drawer title="我的账号" open={open} onClose={onClose} size={440}>
      <Refusal failure={failure} />
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'name', label: '姓名', children: staff.name },
          { key: 'company', label: '公司', children: staff.companyName },
          { key: 'posts', label: '岗位', children: posts.map((post) => post.name).join('、') || '—' },
          { key: 'phone', label: '手机', children: me.account?.phoneMasked ?? '未绑定微信' },
          ...(may('repairs.work')
            ? [
                {
                  key: 'duty',
                  label: `在${here.name}`,
                  children: (
                    <Switch
                      checked={staff.onDutyIn.includes(here.communityId)}
                      onChange={setDuty}
                      checkedChildren="在岗"
                      unCheckedChildren="离岗"
                    />
                  ),
                },
              ]
            : []),
          { key: 'may', label: '权限', children: held.map((permission) => permissions[permission]).join('、') },
        ]}
      />
      <TotpSetting enrolled={staff.totpEnrolled} />
      {open && <MessagePreferences />}
      {open && <Devices />}
    </Drawer>
  )
}
