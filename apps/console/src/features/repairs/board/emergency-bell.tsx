import { FireFilled } from '@ant-design/icons'
import { repairCategories } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { call } from '../../../app/call.ts'
import { keysOf, useCommunity } from '../../../app/community.ts'
import { useOpenCase } from '../case-link.tsx'
import { openRepairStates } from '@yinuo/contracts'

/**
 * Tells of every new emergency, on whatever page. It compares what is open with what was open, so an emergency that came
 * while the live line was down is told as well.
 */
export function EmergencyBell() {
  const { communityId } = useCommunity()
  const { notification } = App.useApp()
  const openCase = useOpenCase()
  const known = useRef<Set<string> | null>(null)
  const { data } = useQuery({
    queryKey: [...keysOf(communityId).repairs, 'emergencies'],
    queryFn: () =>
      call('GET /communities/{communityId}/repairs', { path: { communityId }, query: { urgency: 'emergency', limit: 50 } }),
    refetchInterval: 60_000,
  })

  useEffect(() => {
    if (!data) return
    const open = data.items.filter((row) => (openRepairStates as readonly string[]).includes(row.state))
    const before = known.current
    known.current = new Set([...(before ?? []), ...open.map((row) => row.id)])
    if (!before) return
    for (const row of open.filter(({ id }) => !before.has(id))) {
      notification.error({
        key: row.id,
        placement: 'bottomLeft',
        title: `新紧急报修 ${row.placeLabel}`,
        description: `${repairCategories[row.category].label}：${row.description}`,
        icon: <FireFilled style={{ color: 'var(--late-mark)' }} />,
        duration: 0,
        role: 'alert',
        actions: (
          <Button
            type="primary"
            danger
            onClick={() => {
              notification.destroy(row.id)
              openCase(communityId, row.id)
            }}
          >
            立即查看
          </Button>
        ),
      })
    }
  }, [data, communityId, notification, openCase])

  return null
}
