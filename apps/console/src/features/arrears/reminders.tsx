import { deliveryStates, messageChannels, reminderWays } from '@yinuo/contracts'
import type { ReminderRow } from '@yinuo/contracts'
import { Timeline } from 'antd'
import { TimeText } from '../../elements/time-text.tsx'
import { yuan } from '../../words/money.ts'
import { stageWord } from './words.ts'

/** How a household was asked, the latest first, with into whose inbox it came and by which channels. */
export function Reminders({ reminders }: { reminders: readonly ReminderRow[] }) {
  if (reminders.length === 0) return <p style={{ color: 'var(--secondary)' }}>还没有提醒过。</p>
  return (
    <Timeline
      items={reminders.map((reminder) => ({
        key: reminder.id,
        content: (
          <>
            <strong>{reminderWays[reminder.way]}</strong>{' '}
            {reminder.days === null ? `${reminder.byName}办理` : `自动提醒（${stageWord(reminder.days)}）`} ·{' '}
            <TimeText at={reminder.at} />
            <div style={{ color: 'var(--secondary)' }}>
              {reminder.bills} 笔，{yuan(reminder.owedFen)}
            </div>
            {reminder.text && <div style={{ whiteSpace: 'pre-wrap' }}>{reminder.text}</div>}
            {reminder.recipients.map((recipient) => (
              <div key={recipient.name + recipient.toldAt} style={{ color: 'var(--secondary)' }}>
                {recipient.name}：已送达站内消息{recipient.readAt ? '，已读' : '，未读'}
                {recipient.channels.map(({ channel, state }) => `；${messageChannels[channel]}${deliveryStates[state]}`).join('')}
              </div>
            ))}
            {reminder.way === 'message' && reminder.recipients.length === 0 && (
              <div style={{ color: 'var(--secondary)' }}>没有人能收到消息，可打印书面通知。</div>
            )}
          </>
        ),
      }))}
    />
  )
}
