import { useQuery } from '@tanstack/react-query'
import { Button, Result, Spin } from 'antd'
import { lazy, Suspense, useEffect } from 'react'
import { RetryNote } from '../../elements/listing.tsx'
import { call } from '../call.ts'
import { SignInAgain, SignInPage } from '../sign-in/sign-in-page.tsx'
import { learnMe, signedOut, useSession } from './session-store.ts'

// The door opens fast; what lies behind it is loaded while somebody signs in.
const Pages = lazy(async () => ({ default: (await import('../routes.tsx')).Pages }))

/** Nobody: the door. Somebody: the pages. A session that ended: the door before the pages, which keep what was typed. */
export function Gate() {
  const { phase, me, token } = useSession()
  const asked = useQuery({ queryKey: ['me', token], queryFn: () => call('GET /me'), enabled: phase === 'in', staleTime: 60_000 })
  useEffect(() => {
    if (asked.data) learnMe(asked.data)
  }, [asked.data])

  if (phase === 'out') return <SignInPage />
  if (!me) {
    return asked.isError ? (
      <div style={{ maxWidth: 480, margin: '20vh auto' }}>
        <RetryNote query={asked} />
      </div>
    ) : (
      <Opening />
    )
  }
  if (!me.staff || me.staff.communities.length === 0) {
    return (
      <Result
        status="info"
        title={me.staff ? '还没有分配岗位' : '这个账号不是员工账号'}
        subTitle={me.staff ? '请联系项目经理，为您在小区安排岗位后再登录。' : '住户请使用微信小程序。'}
        extra={<Button onClick={signedOut}>换一个账号</Button>}
      />
    )
  }
  return (
    <>
      <Suspense fallback={<Opening />}>
        <Pages />
      </Suspense>
      {phase === 'expired' && <SignInAgain name={me.staff.name} />}
    </>
  )
}

function Opening() {
  return (
    <div style={{ display: 'grid', placeContent: 'center', height: '100%' }}>
      <Spin size="large" description="正在打开工作台…" />
    </div>
  )
}
