import { applicationStates, residencyRoles } from '@yinuo/contracts'
import type { ResidenceApplication } from '@yinuo/contracts'
import { useState } from 'react'
import { scrollToTop, Text, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call, homeOf, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/states.tsx'
import { saidTime } from '../../words/time.ts'
import { scanEntry } from '../entry/scan-entry.ts'
import { placeOfHome } from '../report/place-of-home.ts'
import { ApplicationForm } from './application-form.tsx'
import { bindingPlace } from './binding-place.ts'

/** Apply for a home, and see what became of earlier applications. */
export function BindScreen() {
  const known = useStore(session)
  useRemote(refreshMe, [])
  const applications = useRemote(() => call('GET /me/residence-applications'), [], { everySeconds: 30 })
  const home = homeOf(known)
  const place = bindingPlace() ?? (home ? { ...placeOfHome(home), kind: 'community' as const, id: null } : null)
  const [sent, setSent] = useState(false)
  const now = useNow(60)

  return (
    <Screen>
      <Shown of={applications}>
        {(list) => (
          <>
            {list.map((application) => (
              <ApplicationCard key={application.id} application={application} now={now} />
            ))}
            {place && !sent ? (
              <ApplicationForm
                place={place}
                onSent={(application) => {
                  applications.show([application, ...list.filter(({ id }) => id !== application.id)])
                  setSent(true)
                  scrollToTop()
                }}
              />
            ) : sent ? (
              <ActionButton text="再绑定一套" kind="quiet" icon="plus" onTap={() => setSent(false)} />
            ) : (
              <Empty
                icon="scan"
                title="先扫一扫"
                text="扫小区、楼栋或房门口张贴的二维码，就知道您住在哪个小区。找不到二维码，可到前台办理。"
              >
                <ActionButton text="扫码选择小区" icon="scan" onTap={() => void scanEntry()} />
              </Empty>
            )}
          </>
        )}
      </Shown>
    </Screen>
  )
}

const faces = {
  pending: { tone: 'soon', icon: 'hourglass' },
  approved: { tone: 'onTime', icon: 'done' },
  rejected: { tone: 'late', icon: 'close' },
} as const

function ApplicationCard({ application, now }: { application: ResidenceApplication; now: number }) {
  return (
    <View className="card">
      <View className="card__head">
        <Text className="card__title">{application.unitLabel}</Text>
        <Mark {...faces[application.state]} text={applicationStates[application.state]} />
      </View>
      <Text className="note">
        {application.communityName} · {residencyRoles[application.role]} · {saidTime(application.createdAt, now)}提交
      </Text>
      {application.state === 'pending' && <Text className="about">前台核对后会通知您，一般当天答复。</Text>}
      {application.decisionReason && <Text className="about">{application.decisionReason}</Text>}
    </View>
  )
}
