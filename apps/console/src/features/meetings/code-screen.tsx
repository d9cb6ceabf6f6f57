import { QrcodeOutlined } from '@ant-design/icons'
import type { MeetingView, SeenMeeting } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { exactTime } from '../../words/time.ts'
import styles from './meetings.module.css'
import { meetingKeys, useMeetingChange } from './queries.ts'

/** Shows the check-in code on the whole screen; the first time it is made. */
export function CodeButton({ meeting }: { meeting: MeetingView }) {
  const [open, setOpen] = useState(false)
  const make = useNewCode(meeting, '签到码已备好', () => setOpen(true))
  return (
    <>
      <Button
        type="primary"
        icon={<QrcodeOutlined />}
        loading={make.busy}
        onClick={() => (meeting.hasCode ? setOpen(true) : void make.submit({ version: meeting.version }))}
      >
        签到码
      </Button>
      <Refusal failure={make.failure} onReload={make.renew} />
      {open && <CodeScreen meeting={meeting} onClose={() => setOpen(false)} />}
    </>
  )
}

function useNewCode({ id }: MeetingView, done: string, onDone?: () => void) {
  const { communityId } = useCommunity()
  return useMeetingChange(
    (body: SeenMeeting, idempotencyKey) =>
      call('POST /communities/{communityId}/meetings/{id}/code', { path: { communityId, id }, body, idempotencyKey }),
    done,
    onDone,
  )
}

export const useCode = ({ id, version, hasCode }: MeetingView) => {
  const { communityId } = useCommunity()
  return useQuery({
    queryKey: [...meetingKeys(communityId).one(id), 'code', version],
    queryFn: () => call('GET /communities/{communityId}/meetings/{id}/code', { path: { communityId, id } }),
    enabled: hasCode,
    placeholderData: (before) => before,
    staleTime: Infinity,
  })
}

function CodeScreen({ meeting, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const code = useCode(meeting)
  const change = useNewCode(meeting, '已换新码，旧码作废')
  useEffect(() => {
    const close = ({ key }: KeyboardEvent) => key === 'Escape' && onClose()
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [onClose])
  return createPortal(
    <div className={styles['wall']} role="dialog" aria-label="签到码" aria-modal>
      <h2>{meeting.title}</h2>
      {code.isError ? (
        <RetryNote query={code} />
      ) : code.data ? (
        <img src={code.data.picture} alt="签到二维码" />
      ) : (
        <Spin size="large" />
      )}
      <p>微信扫码签到</p>
      {code.data && (
        <p style={{ fontSize: 16, color: 'var(--secondary)' }}>
          {exactTime(code.data.from).slice(5, 16)} 至 {exactTime(code.data.until).slice(11, 16)} 有效 · 已签到 {meeting.attended}{' '}
          位
        </p>
      )}
      <Refusal failure={change.failure} onReload={change.renew} />
      <div className={styles['buttons']}>
        <Popconfirm
          title="换一个新码？旧码（包括打印的）马上作废。"
          okText="换码"
          onConfirm={() => void change.submit({ version: meeting.version })}
        >
          <Button size="large" loading={change.busy}>
            换一个码
          </Button>
        </Popconfirm>
        <Button size="large" type="primary" onClick={onClose} autoFocus>
          关闭
        </Button>
      </div>
    </div>,
    document.body,
  )
}
