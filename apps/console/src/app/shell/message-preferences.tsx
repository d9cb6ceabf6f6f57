import { codesOf, messageGroups, personalChannels } from '@yinuo/contracts'
import type { MessagePreferences as Preferences, PersonalChannel, SetPreferences } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Divider, Form, Input, Popconfirm, Select, Space, Switch } from 'antd'
import { Listing } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { call } from '../call.ts'
import { useSubmit } from '../submit.ts'

const KEY = ['me', 'message-preferences']
const options = codesOf(personalChannels).map((value) => ({ value, label: personalChannels[value] }))
const hours = Array.from({ length: 48 }, (_, half) => {
  const value = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`
  return { value, label: value }
})

/** 消息设置: by which channels this person is told what, when not, and their mail address. */
export function MessagePreferences() {
  const queries = useQueryClient()
  const query = useQuery({ queryKey: KEY, queryFn: () => call('GET /me/message-preferences') })
  const learn = (preferences: Preferences) => queries.setQueryData(KEY, preferences)
  const saving = useSubmit((body: SetPreferences) => call('PUT /me/message-preferences', { body }), learn)
  const preferences = query.data
  const save = (wish: { groups?: Preferences['groups']; quiet?: Preferences['quiet'] }) => {
    const { groups, quiet } = { ...preferences!, ...wish }
    const choices = groups.filter(({ isFixed }) => !isFixed).map(({ group, channels }) => ({ group, channels }))
    void saving.submit({ groups: choices, ...(quiet ? { quiet } : {}) })
  }
  return (
    <>
      <Divider titlePlacement="start">消息设置</Divider>
      <Refusal failure={saving.failure} />
      <Listing query={query} count={preferences ? 1 : 0}>
        {preferences && (
          <Form layout="vertical">
            {preferences.groups.map((row) => (
              <Form.Item key={row.group} label={messageGroups[row.group]} style={{ marginBottom: 12 }}>
                <Checkbox.Group
                  disabled={row.isFixed || saving.busy}
                  options={options}
                  value={row.channels}
                  onChange={(channels: PersonalChannel[]) =>
                    save({ groups: preferences.groups.map((each) => (each === row ? { ...each, channels } : each)) })
                  }
                />
              </Form.Item>
            ))}
            <Form.Item label="免打扰（结束后再发，紧急的照常）">
              <Space>
                <Switch
                  checked={preferences.quiet !== null}
                  disabled={saving.busy}
                  aria-label="免打扰"
                  onChange={(on) => save({ quiet: on ? { from: '22:00', until: '07:30' } : null })}
                />
                {preferences.quiet && (
                  <>
                    <Hour
                      label="开始"
                      value={preferences.quiet.from}
                      onChange={(from) => save({ quiet: { ...preferences.quiet!, from } })}
                    />
                    至
                    <Hour
                      label="结束"
                      value={preferences.quiet.until}
                      onChange={(until) => save({ quiet: { ...preferences.quiet!, until } })}
                    />
                  </>
                )}
              </Space>
            </Form.Item>
            {preferences.isEmailOffered && <Email preferences={preferences} onChange={learn} />}
          </Form>
        )}
      </Listing>
    </>
  )
}

function Hour({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return <Select aria-label={label} style={{ width: 90 }} value={value} options={hours} onChange={onChange} />
}

/** An address is used once the code that was sent to it came back. */
function Email({ preferences, onChange }: { preferences: Preferences; onChange: (preferences: Preferences) => void }) {
  const { message } = App.useApp()
  const { email, emailWanted } = preferences
  const asking = useSubmit((body: { email: string }) => call('POST /me/message-preferences/email', { body }), onChange)
  const confirming = useSubmit(
    (body: { code: string }) => call('POST /me/message-preferences/email/confirm', { body }),
    (changed) => {
      message.success('邮箱已确认')
      onChange(changed)
    },
  )
  const forgetting = useSubmit((_: object) => call('DELETE /me/message-preferences/email'), onChange)
  return (
    <Form.Item label="接收邮箱">
      <Refusal failure={asking.failure ?? confirming.failure ?? forgetting.failure} />
      {email && (
        <Space style={{ marginBottom: 8 }}>
          {email}
          <Popconfirm title="不再用这个邮箱接收？" okText="不再接收" onConfirm={() => forgetting.submit({})}>
            <Button size="small" loading={forgetting.busy}>
              移除
            </Button>
          </Popconfirm>
        </Space>
      )}
      <Input.Search
        placeholder={email ? '换一个邮箱' : 'name@example.com'}
        enterButton="发送验证码"
        maxLength={100}
        loading={asking.busy}
        onSearch={(typed) => typed && void asking.submit({ email: typed.trim() })}
      />
      {emailWanted && (
        <Input.Search
          style={{ marginTop: 8 }}
          placeholder={`填写发到 ${emailWanted} 的 6 位验证码`}
          enterButton="确认"
          maxLength={6}
          loading={confirming.busy}
          onSearch={(code) => code && void confirming.submit({ code: code.trim() })}
        />
      )}
    </Form.Item>
  )
}
