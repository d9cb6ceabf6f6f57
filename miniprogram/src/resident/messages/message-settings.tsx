import { codesOf, messageGroups, personalChannels } from '@yinuo/contracts'
import type { MessagePreferences, PersonalChannel } from '@yinuo/contracts'
import { useState } from 'react'
import { Picker, platform, Text, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { useRemote } from '../../session/remote.ts'
import { call, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { Card } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Tap } from '../../ui/tap.tsx'
import { EmailCard } from './email-card.tsx'
import { concerns } from './inbox-filter.ts'

const NIGHT = { from: '22:00', until: '07:30' }

/** By which channels this person is told what, when not, and their mail address. The inbox always has everything. */
export function MessageSettingsScreen() {
  const remote = useRemote(() => call('GET /me/message-preferences'), [])
  const [changed, setChanged] = useState<MessagePreferences | null>(null)
  const [busy, setBusy] = useState(false)

  const keep = async (change: () => Promise<MessagePreferences>, done?: string): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      setChanged(await change())
      if (done) platform.tell(done)
    } catch (failure) {
      platform.tell(sentenceOf(failure))
    } finally {
      setBusy(false)
    }
  }
  const save = ({ groups, quiet }: MessagePreferences) =>
    void keep(() =>
      call('PUT /me/message-preferences', {
        body: {
          groups: groups.filter(({ isFixed }) => !isFixed).map(({ group, channels }) => ({ group, channels })),
          ...(quiet ? { quiet } : {}),
        },
      }),
    )

  return (
    <Screen>
      <Shown of={remote}>
        {(loaded) => {
          const preferences = changed ?? loaded
          return (
            <>
              <Text className="note">所有消息都在“消息”里。这里选择另外用什么渠道提醒您；紧急的消息不受限制。</Text>
              <Groups preferences={preferences} onChange={save} />
              <Quiet preferences={preferences} onChange={save} />
              {preferences.isEmailOffered && <EmailCard preferences={preferences} busy={busy} keep={keep} />}
            </>
          )
        }}
      </Shown>
    </Screen>
  )
}

interface Part {
  preferences: MessagePreferences
  onChange: (preferences: MessagePreferences) => void
}

function Groups({ preferences, onChange }: Part) {
  const toggle = (group: string, channel: PersonalChannel) =>
    onChange({
      ...preferences,
      groups: preferences.groups.map((each) =>
        each.group === group ? { ...each, channels: toggled(each.channels, channel) } : each,
      ),
    })
  const isStaff = useStore(session).me?.staff != null
  const shown = preferences.groups.filter(({ group }) => concerns(group, isStaff))
  return (
    <>
      {shown.map(({ group, channels, isFixed }) => (
        <Card key={group} title={messageGroups[group]} {...(isFixed ? { note: '为了您的安全，始终提醒' } : {})} flush>
          {!isFixed &&
            codesOf(personalChannels).map((channel) => (
              <SwitchRow
                key={channel}
                text={personalChannels[channel]}
                on={channels.includes(channel)}
                onTap={() => toggle(group, channel)}
              />
            ))}
        </Card>
      ))}
    </>
  )
}

function Quiet({ preferences, onChange }: Part) {
  const { quiet } = preferences
  return (
    <Card title="免打扰" note="结束后再提醒，不会漏掉" flush>
      <SwitchRow text="开启免打扰" on={quiet !== null} onTap={() => onChange({ ...preferences, quiet: quiet ? null : NIGHT })} />
      {quiet && (
        <>
          <HourRow text="开始" value={quiet.from} onChange={(from) => onChange({ ...preferences, quiet: { ...quiet, from } })} />
          <HourRow
            text="结束"
            value={quiet.until}
            onChange={(until) => onChange({ ...preferences, quiet: { ...quiet, until } })}
          />
        </>
      )}
    </Card>
  )
}

function SwitchRow({ text, on, onTap }: { text: string; on: boolean; onTap: () => void }) {
  return (
    <Tap className="row row--lined" onTap={onTap} chosen={on} label={text}>
      <View className="row__words">
        <Text className="row__text">{text}</Text>
      </View>
      <Switch on={on} />
    </Tap>
  )
}

function HourRow({ text, value, onChange }: { text: string; value: string; onChange: (value: string) => void }) {
  return (
    <Picker mode="time" value={value} onChange={(event) => onChange(String(event.detail.value))}>
      <View className="row row--lined">
        <View className="row__words">
          <Text className="row__text">{text}</Text>
        </View>
        <Text className="row__text">{value}</Text>
      </View>
    </Picker>
  )
}

function toggled(channels: readonly PersonalChannel[], channel: PersonalChannel): PersonalChannel[] {
  return codesOf(personalChannels).filter((each) => (each === channel) !== channels.includes(each))
}
