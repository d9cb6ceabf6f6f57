import { DownOutlined } from '@ant-design/icons'
import { repairActions } from '@yinuo/contracts'
import type { RepairAction, RepairView } from '@yinuo/contracts'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { DispatchDialog } from '../dispatch/dispatch-dialog.tsx'
import { ActionDialog } from './action-dialog.tsx'

/** The acts that bring a case on stand as buttons, in this order; the rest is one tap away. */
const forward: RepairAction[] = [
  'accept',
  'arrive',
  'resume',
  'finish',
  'confirm',
  'visit',
  'note',
  'dispatch',
  'transfer',
  'archive',
]
const unassigned: RepairAction[] = ['dispatch', ...forward.filter((action) => action !== 'dispatch')]
const SHOWN = 3

export function CaseActions({ repair }: { repair: RepairView }) {
  const [doing, setDoing] = useState<RepairAction | null>(null)
  const allowed = repair.allowedActions
  const order = repair.assignee ? forward : unassigned
  const word = (action: RepairAction) => (action === 'dispatch' && repair.assignee ? '改派' : repairActions[action])
  const first = order.filter((action) => allowed.includes(action)).slice(0, SHOWN)
  const rest = allowed.filter((action) => !first.includes(action))
  const close = () => setDoing(null)

  if (allowed.length === 0) return null
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      {first.map((action, place) => (
        <Button key={action} type={place === 0 ? 'primary' : 'default'} onClick={() => setDoing(action)}>
          {word(action)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((action) => ({ key: action, label: word(action), danger: action === 'cancel' })),
            onClick: ({ key }) => setDoing(key as RepairAction),
          }}
        >
          <Button>
            更多 <DownOutlined />
          </Button>
        </Dropdown>
      )}
      {(doing === 'dispatch' || doing === 'transfer') && (
        <DispatchDialog communityId={repair.communityId} repairId={repair.id} onClose={close} />
      )}
      {doing && doing !== 'dispatch' && doing !== 'transfer' && (
        <ActionDialog key={doing} repair={repair} action={doing} onClose={close} />
      )}
    </div>
  )
}
