import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { lazy, Suspense, useEffect } from 'react'
import { Link, Outlet, useLocation } from 'react-router'
import { LiveCommunity } from '../../live/live-community.tsx'
import { rememberCommunity, useCommunity, useMay } from '../community.ts'
import { PageGuard } from '../page-guard.tsx'
import { CommunitySwitcher } from './community-switcher.tsx'
import { useIntake } from './intake-door.ts'
import { ProfileMenu } from './profile-menu.tsx'
import { Rail } from './rail.tsx'
import { SearchBox } from './search-box.tsx'
import styles from './shell.module.css'
import { modifierKey, useShortcut } from './shortcut.ts'

const IntakeDrawer = lazy(async () => ({
  default: (await import('../../features/repairs/intake/intake-drawer.tsx')).IntakeDrawer,
}))
const EmergencyBell = lazy(async () => ({
  default: (await import('../../features/repairs/board/emergency-bell.tsx')).EmergencyBell,
}))

export function Shell() {
  const { communityId } = useCommunity()
  const may = useMay()
  const { pathname } = useLocation()
  const intake = useIntake()
  useEffect(() => rememberCommunity(communityId), [communityId])
  useShortcut('i', () => may('repairs.report') && intake.open())

  return (
    <LiveCommunity communityId={communityId}>
      <div className={styles['shell']}>
        <header className={styles['top']}>
          <Link to={`/c/${communityId}`} className={styles['mark']}>
            <img src="/mark.svg" alt="" width={28} height={28} />
            一诺物业
          </Link>
          <CommunitySwitcher />
          <div className={styles['grow']} />
          <SearchBox />
          {may('repairs.report') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => intake.open()} title={`${modifierKey} I`}>
              登记报修
            </Button>
          )}
          <ProfileMenu />
        </header>
        <Rail />
        <div className={styles['main']}>
          <PageGuard place={pathname}>
            <Suspense fallback={<Skeleton active style={{ padding: 24 }} />}>
              <Outlet />
            </Suspense>
          </PageGuard>
        </div>
      </div>
      <Suspense>
        {intake.wanted && <IntakeDrawer open={intake.shown} onClose={intake.close} />}
        {may('repairs.read') && <EmergencyBell />}
      </Suspense>
    </LiveCommunity>
  )
}
