import { useRef } from 'react'
import { platform, startAt } from '../../platform'
import { isConnectionLost, sentenceOf } from '../../session/failure.ts'
import { useRemote } from '../../session/remote.ts'
import { call, SignedOut } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { scanEntry } from '../entry/scan-entry.ts'

/** Marks who scanned the code as present; to scan it twice does no harm. */
export function CheckIn({ code, onOpen }: { code: string; onOpen: (id: string) => void }) {
  const key = useRef(platform.uuid())
  const checkedIn = useRemote(() => call('POST /me/meeting-check-ins', { body: { code }, idempotencyKey: key.current }), [code])
  const { failure, value } = checkedIn
  const isRefused = failure !== null && value === null && !isConnectionLost(failure) && !(failure instanceof SignedOut)
  return (
    <Screen>
      {isRefused ? (
        <Empty icon="warning" title="没有签到成功" text={sentenceOf(failure)}>
          <ActionButton text="重新扫码" icon="scan" onTap={() => void scanEntry()} />
          <ActionButton text="回到首页" kind="plain" onTap={() => startAt('pages/home/index')} />
        </Empty>
      ) : (
        <Shown of={checkedIn} rows={2}>
          {({ meetingId, title }) => (
            <Empty icon="done" title="签到成功" text={`您已签到“${title}”。`}>
              <ActionButton text="看会议详情" onTap={() => onOpen(meetingId)} />
              <ActionButton text="回到首页" kind="plain" onTap={() => startAt('pages/home/index')} />
            </Empty>
          )}
        </Shown>
      )}
    </Screen>
  )
}
