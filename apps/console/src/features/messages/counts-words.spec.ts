import { describe, expect, it } from '@jest/globals'
import { countsSentence } from './counts-words.ts'

const counts = (channel: 'sms' | 'email', sent: number, failed: number, pending = 0) => ({
  day: '2026-11-21',
  channel,
  sent,
  failed,
  pending,
})

describe('the sentence above the chart', () => {
  it('says what arrived, what failed and where most of it', () => {
    expect(countsSentence([counts('sms', 1000, 1), counts('email', 24, 2)])).toBe(
      '近 14 天送达 1,024 条，失败 3 条，多在电子邮件。',
    )
  })
  it('says so when nothing failed, when something waits, and when there was nothing', () => {
    expect(countsSentence([counts('sms', 3, 0, 2)])).toBe('近 14 天送达 3 条，没有失败，2 条等候发送。')
    expect(countsSentence([])).toBe('近 14 天没有发出消息。')
  })
})
