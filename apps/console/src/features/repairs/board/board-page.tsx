import { DownOutlined, EnvironmentOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../../app/community.ts'
import { Page } from '../../../elements/page.tsx'
import { DispatchDialog } from '../dispatch/dispatch-dialog.tsx'
import { BoardColumnView } from './board-column.tsx'
import styles from './board.module.css'
import { CommunityPlan } from './community-plan.tsx'
import { LiveMark } from './live-mark.tsx'
import { NumbersStrip } from './numbers-strip.tsx'
import { StaffList } from './staff-list.tsx'
import { useBoard } from './use-board.ts'

const Overview = lazy(async () => ({ default: (await import('./overview.tsx')).Overview }))
const FOLDED = 'yinuo.overview-folded'

export interface Aim {
  repairId: string
  staffId?: string
}

export function BoardPage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [folded, setFolded] = useState(localStorage.getItem(FOLDED) === 'yes')
  const [aim, setAim] = useState<Aim | null>(null)
  const mayDispatch = may('repairs.dispatch')
  const asMap = search.get('view') === 'map'

  const columns = useBoard(communityId)
  const open = columns.flatMap(({ rows }) => rows)

  const fold = () => {
    localStorage.setItem(FOLDED, folded ? 'no' : 'yes')
    setFolded(!folded)
  }
  const plan = (large: boolean) => (
    <CommunityPlan communityId={communityId} open={open} large={large} onDrop={mayDispatch ? setAim : undefined} />
  )
  const toggleMap = () => setSearch(asMap ? {} : { view: 'map' }, { replace: true })

  return (
    <Page
      title="调度台"
      about={
        <>
          {name} · <LiveMark />
        </>
      }
      actions={
        <>
          <Segmented
            value={asMap ? 'map' : 'board'}
            onChange={toggleMap}
            options={[
              { value: 'board', label: '看板' },
              { value: 'map', label: '现场图', icon: <EnvironmentOutlined /> },
            ]}
          />
          {!asMap && (
            <Button type="text" icon={folded ? <DownOutlined /> : <UpOutlined />} onClick={fold} aria-expanded={!folded}>
              {folded ? '展开概览' : '收起概览'}
            </Button>
          )}
        </>
      }
    >
      <NumbersStrip />
      {!asMap && !folded && (
        <Suspense fallback={<div style={{ height: 268 }} />}>
          <Overview plan={plan(false)} onEnlarge={toggleMap} />
        </Suspense>
      )}
      {asMap ? (
        <div className={styles['field']}>
          {plan(true)}
          <StaffList communityId={communityId} onDrop={mayDispatch ? setAim : undefined} />
        </div>
      ) : (
        <div className={styles['board']}>
          {columns.map(({ column, query, rows }) => (
            <BoardColumnView
              key={column.title}
              column={column}
              query={query}
              rows={rows}
              onAim={mayDispatch ? setAim : undefined}
            />
          ))}
        </div>
      )}
      {aim && (
        <DispatchDialog communityId={communityId} repairId={aim.repairId} staffId={aim.staffId} onClose={() => setAim(null)} />
      )}
    </Page>
  )
}
