import { LaptopOutlined, MobileOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { sessionClients } from '@yinuo/contracts'
import type { SessionRow } from '@yinuo/contracts'
import { App, Button, Divider, List, Popconfirm, Space, Tag } from 'antd'
import { Listing } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { call } from '../call.ts'
import { signedOut } from '../session/session-store.ts'
import { useSubmit } from '../submit.ts'

const KEY = ['me', 'sessions']

/** 登录设备: where this person is signed in, and ending it. */
export function Devices() {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const sessions = useQuery({ queryKey: KEY, queryFn: () => call('GET /me/sessions') })
  const done = (words: string) => () => {
    message.success(words)
    void queries.invalidateQueries({ queryKey: KEY })
  }
  const ending = useSubmit((id: string) => call('DELETE /me/sessions/{id}', { path: { id } }), done('已退出该设备'))
  const endingOthers = useSubmit((_: object) => call('POST /me/sessions/sign-out-others'), done('已退出其他设备'))
  const endingAll = useSubmit(
    (_: object) => call('POST /me/sessions/sign-out-everywhere'),
    () => {
      queries.clear()
      signedOut()
    },
  )
  const rows = sessions.data ?? []
  const busy = ending.busy || endingOthers.busy || endingAll.busy

  return (
    <>
      <Divider titlePlacement="start">登录设备</Divider>
      <Refusal failure={ending.failure ?? endingOthers.failure ?? endingAll.failure} />
      <Listing query={sessions} count={rows.length}>
        <List
          size="small"
          dataSource={rows}
          rowKey="id"
          renderItem={(session) => <Device session={session} busy={busy} onEnd={() => ending.submit(session.id)} />}
        />
      </Listing>
      <Space style={{ marginTop: 12 }}>
        {rows.length > 1 && (
          <Popconfirm
            title="退出其他设备？"
            description="那里需要重新登录。"
            okText="退出"
            onConfirm={() => endingOthers.submit({})}
          >
            <Button loading={endingOthers.busy}>退出其他设备</Button>
          </Popconfirm>
        )}
        <Popconfirm title="退出所有设备？" description="包括这一台。" okText="退出" onConfirm={() => endingAll.submit({})}>
          <Button danger loading={endingAll.busy}>
            退出所有设备
          </Button>
        </Popconfirm>
      </Space>
    </>
  )
}

function Device({ session, busy, onEnd }: { session: SessionRow; busy: boolean; onEnd: () => void }) {
  const { client, device, addressMasked, since, lastSeenAt, current } = session
  const end = (
    <Popconfirm title={`退出“${device}”？`} description="那里需要重新登录。" okText="退出" onConfirm={onEnd}>
      <Button type="link" disabled={busy} aria-label={`退出${device}`}>
        退出
      </Button>
    </Popconfirm>
  )
  return (
    <List.Item actions={current ? [] : [end]} style={{ paddingInline: 0 }}>
      <List.Item.Meta
        avatar={client === 'console' ? <LaptopOutlined /> : <MobileOutlined />}
        title={
          <>
            {device} {current && <Tag color="green">本机</Tag>}
          </>
        }
        description={
          <>
            <div>
              {sessionClients[client]}
              {addressMasked && ` · ${addressMasked}`}
            </div>
            <div>
              登录 <TimeText at={since} />
              {!current && lastSeenAt && (
                <>
                  {' '}
                  · 最近使用 <TimeText at={lastSeenAt} />
                </>
              )}
            </div>
          </>
        }
      />
    </List.Item>
  )
}
