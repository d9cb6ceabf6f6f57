import {
  EllipsisOutlined,
  HomeOutlined,
  KeyOutlined,
  LogoutOutlined,
  PlusOutlined,
  SwapOutlined,
  ToolOutlined,
} from '@ant-design/icons'
import { householdEventKinds } from '@yinuo/contracts'
import type { Household, HouseholdEvent, HouseholdEventKind } from '@yinuo/contracts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useMay } from '../../../app/community.ts'
import { EmptyPlace } from '../../../elements/listing.tsx'
import { Panel } from '../../../elements/page.tsx'
import { Photos } from '../../../elements/photos.tsx'
import { EventDrawer } from './event-drawer.tsx'
import styles from './household.module.css'

const icons: Record<HouseholdEventKind, ReactNode> = {
  delivery: <KeyOutlined />,
  'move-in': <HomeOutlined />,
  'move-out': <LogoutOutlined />,
  renovation: <ToolOutlined />,
  transfer: <SwapOutlined />,
  other: <EllipsisOutlined />,
}

/** What happened to the home, the latest first. */
export function HistorySection({ communityId, household }: { communityId: string; household: Household }) {
  const mayEdit = useMay()('archive.edit')
  const [edited, setEdited] = useState<string | 'new' | null>(null)
  const event = household.events.find(({ id }) => id === edited) ?? null
  const add = mayEdit && (
    <Button size="small" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
      记一件事
    </Button>
  )
  return (
    <Panel title="历史" extra={add}>
      {household.events.length === 0 ? (
        <EmptyPlace title="还没有历史" hint="交付、入住、装修、过户等都记在这里；搬入搬出会自动记下。" />
      ) : (
        <ol className={styles['timeline']}>
          {household.events.map((each) => (
            <Happening key={each.id} event={each} onEdit={mayEdit ? () => setEdited(each.id) : undefined} />
          ))}
        </ol>
      )}
      {(edited === 'new' || event) && (
        <EventDrawer communityId={communityId} unitId={household.id} event={event} onClose={() => setEdited(null)} />
      )}
    </Panel>
  )
}

function Happening({ event, onEdit }: { event: HouseholdEvent; onEdit: (() => void) | undefined }) {
  const title = [event.title, event.residentName].filter(Boolean).join('：')
  return (
    <li>
      <i title={householdEventKinds[event.kind]} aria-hidden="true">
        {icons[event.kind]}
      </i>
      <div>
        <div className={styles['row']}>
          <span>
            <strong style={{ fontWeight: 600 }}>{title}</strong>{' '}
            <span className={styles['quiet']}>
              {event.begunOn}
              {event.endedOn && ` 至 ${event.endedOn}`}
              {event.kind === 'renovation' && !event.endedOn && ' 起，未结束'}
            </span>
          </span>
          {onEdit && (
            <Button type="link" size="small" aria-label={`编辑 ${title}`} onClick={onEdit}>
              编辑
            </Button>
          )}
        </div>
        {event.detail && <p className={styles['text']}>{event.detail}</p>}
        <Photos files={event.files} size={72} />
        <p className={styles['small']}>{event.recordedByName} 登记</p>
      </div>
    </li>
  )
}
