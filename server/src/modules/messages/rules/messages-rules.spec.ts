import { describe, expect, it } from '@jest/globals'
import { messageKinds, type DeliveryState, type MessageKind } from '@yinuo/contracts'
import { fitValues } from '../../../wechat/index.ts'
import { FIRST, RESTING } from '../actions/attempt-delivery.ts'
import { afterAttempt, patience } from './after-attempt.ts'
import { mailOf } from './mail-text.ts'
import { isFinished, nextChannel, type OuterChannel, type Ways } from './next-channel.ts'
import { partnerOf, type KnownGrant } from './pair-grants.ts'
import { quietUntil } from './quiet-hours.ts'
import { fitRobotText, robotKeyOf } from './robot-text.ts'
import { fieldsOf, pageOf, templateOf, type Told } from './templates.ts'

const nothingTried = new Set<OuterChannel>()
const row = (channel: string, state: DeliveryState, held_by = FIRST) => ({ channel, state, held_by })
const subscribe = (state: DeliveryState, held_by?: string) => row('subscribe', state, held_by)
const sms = (state: DeliveryState, held_by?: string) => row('sms', state, held_by)
const inbox = row('inbox', 'sent')
const one: Ways = { channels: ['subscribe', 'sms', 'email'], atOnce: 1 }
const two: Ways = { ...one, atOnce: 2 }

describe('the channel tried next', () => {
  it('[MSG-02] is the first of the policy', () => {
    expect(nextChannel(one, [inbox], FIRST, nothingTried)).toBe('subscribe')
    expect(nextChannel({ ...one, channels: ['email', 'sms'] }, [inbox], FIRST, nothingTried)).toBe('email')
  })

  it.each(['failed', 'skipped'] as const)('[MSG-02] is the next one when the one before was %s', (state) => {
    expect(nextChannel(one, [inbox, subscribe(state)], FIRST, nothingTried)).toBe('sms')
    expect(nextChannel(one, [inbox, subscribe(state), sms(state)], FIRST, nothingTried)).toBe('email')
  })

  it('[MSG-02] is none when one was sent', () => {
    expect(nextChannel(one, [inbox, subscribe('sent')], FIRST, nothingTried)).toBeNull()
    expect(isFinished(one, [inbox, subscribe('sent')], FIRST)).toBe(true)
  })

  it('[MSG-02] waits while one may still work', () => {
    expect(nextChannel(one, [subscribe('pending')], FIRST, new Set(['subscribe']))).toBeNull()
    expect(isFinished(one, [subscribe('pending')], FIRST)).toBe(false)
  })

  it('[MSG-02] is two for what is urgent, without waiting, and a third where one of them failed', () => {
    expect(nextChannel(two, [subscribe('pending')], FIRST, new Set(['subscribe']))).toBe('sms')
    expect(nextChannel(two, [subscribe('sent')], FIRST, new Set(['subscribe']))).toBe('sms')
    expect(isFinished(two, [subscribe('sent'), sms('pending')], FIRST)).toBe(false)
    expect(nextChannel(two, [subscribe('sent'), sms('failed')], FIRST, nothingTried)).toBe('email')
    expect(isFinished(two, [subscribe('sent'), sms('failed'), row('email', 'skipped')], FIRST)).toBe(true)
  })

  it('[MSG-01] is never one that another run holds, or that rests', () => {
    expect(nextChannel(two, [subscribe('pending', RESTING), sms('pending', 'other')], FIRST, nothingTried)).toBeNull()
    expect(isFinished(two, [subscribe('pending', RESTING), sms('pending', 'other')], FIRST)).toBe(true)
    expect(nextChannel(two, [subscribe('pending', 'mine'), sms('pending', 'other')], 'mine', nothingTried)).toBe('subscribe')
  })

  it('[MSG-01] is one that somebody had sent again, though another was sent meanwhile', () => {
    expect(nextChannel(one, [subscribe('sent'), sms('pending', 'again')], 'again', nothingTried)).toBe('sms')
  })
})

describe('what is written of an attempt', () => {
  it('[MSG-02] keeps trying what may work later, and gives the unused grant back when it gives up', () => {
    const busy = { result: 'later', reason: '繁忙', unknown: false } as const
    expect(afterAttempt(busy, 1, patience.subscribe)).toMatchObject({ state: 'pending', grant: 'kept', unknown: false })
    expect(afterAttempt(busy, 5, patience.subscribe)).toMatchObject({ state: 'failed', grant: 'returned' })
  })

  it('[MSG-02] never gives back a grant that may have been used', () => {
    const noAnswer = { result: 'later', reason: '没有答复', unknown: true } as const
    expect(afterAttempt(noAnswer, 1, patience.subscribe)).toMatchObject({ state: 'pending', unknown: true })
    expect(afterAttempt(noAnswer, 5, patience.subscribe)).toMatchObject({ state: 'failed', grant: 'kept' })
    expect(afterAttempt({ result: 'refused', reason: '43101', spent: true }, 1, patience.subscribe)).toMatchObject({
      state: 'failed',
      grant: 'kept',
    })
  })

  it('[MSG-02] gives the grant back when WeChat did not like a value', () => {
    expect(afterAttempt({ result: 'refused', reason: '47003', spent: false }, 1, patience.subscribe)).toMatchObject({
      grant: 'returned',
    })
  })
})

describe('one acceptance told by client and event', () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 10, 0, seconds))
  const grant = (id: string, source: 'client' | 'event', seconds: number, paired = false): KnownGrant => ({
    id,
    source,
    grantedAt: at(seconds),
    paired,
  })

  it('[MSG-02] is one grant, whichever comes first', () => {
    expect(partnerOf({ source: 'event', grantedAt: at(3) }, [grant('a', 'client', 0)])).toBe('a')
    expect(partnerOf({ source: 'client', grantedAt: at(3) }, [grant('a', 'event', 0)])).toBe('a')
  })

  it('[MSG-02] is news when the other half was another acceptance', () => {
    expect(partnerOf({ source: 'client', grantedAt: at(3) }, [grant('a', 'client', 0)])).toBeNull()
    expect(partnerOf({ source: 'event', grantedAt: at(3) }, [grant('a', 'client', 0, true)])).toBeNull()
    expect(partnerOf({ source: 'event', grantedAt: at(121) }, [grant('a', 'client', 0)])).toBeNull()
  })

  it('[MSG-02] pairs each of several with the closest', () => {
    const known = [grant('a', 'client', 0), grant('b', 'client', 60)]
    expect(partnerOf({ source: 'event', grantedAt: at(59) }, known)).toBe('b')
    expect(partnerOf({ source: 'event', grantedAt: at(1) }, known)).toBe('a')
  })
})

describe('a template', () => {
  const told = (kind: MessageKind, toStaff: boolean, values: Told['values'] = {}): Told => ({
    kind,
    title: messageKinds[kind],
    body: '一诺花园3号楼2单元601室的厨房水槽漏水，请尽快处理，住户希望今天下午修好。',
    values,
    caseId: '0197a000-0000-7000-8000-000000000001',
    communityId: '0197a000-0000-7000-8000-00000000000c',
    toStaff,
    createdAt: new Date('2026-11-21T10:05:00Z'),
  })

  it('[MSG-02] fits WeChat’s limits even when the message says nothing but its text', () => {
    for (const kind of Object.keys(messageKinds) as MessageKind[])
      for (const toStaff of [true, false]) {
        const template = templateOf(kind, toStaff)
        if (template) expect(fitValues(fieldsOf(template, told(kind, toStaff)))).toHaveProperty('values')
      }
  })

  it('[MSG-02] shows number, place, progress and the time people here read', () => {
    const values = {
      number: 'YN20261121-0012',
      place: '3号楼2单元601',
      progress: '已接单',
      note: '张建国 预计18:30到',
      at: '2026-11-21T10:05:00Z',
    }
    expect(fitValues(fieldsOf('repair-progress', told('repair.accepted', false, values)))).toEqual({
      values: {
        character_string1: 'YN20261121-0012',
        thing2: '3号楼2单元601',
        phrase3: '已接单',
        thing4: '张建国 预计18:30到',
        time5: '2026年11月21日 18:05',
      },
    })
  })

  it('[MSG-02] takes an empty value for one left out', () => {
    const blank = told('repair.accepted', false, { number: '', place: ' ', progress: '', note: '', at: '' })
    expect(fieldsOf('repair-progress', blank)).toEqual(fieldsOf('repair-progress', told('repair.accepted', false)))
  })

  it('[MSG-02] opens what it is about, on the page of whom it is for', () => {
    const query = 'communityId=0197a000-0000-7000-8000-00000000000c&id=0197a000-0000-7000-8000-000000000001'
    expect(pageOf(told('repair.done', false))).toBe(`pages/repair/index?${query}`)
    expect(pageOf(told('repair.assigned', true))).toBe(`staff/repair/index?${query}`)
    expect(pageOf({ ...told('residence.approved', false), caseId: null })).toBe('pages/messages/index')
    expect(pageOf(told('complaint.proposed', false))).toBe(`pages/complaint/index?${query}`)
    expect(pageOf(told('complaint.improved', false))).toBe(`pages/changes/index?${query.replace('&id=', '&caseId=')}`)
    expect(pageOf(told('conversation.answered', false))).toBe(`pages/conversation/index?${query}`)
    expect(pageOf(told('conversation.waiting', true))).toBe(`staff/conversation/index?${query}`)
    expect(pageOf({ ...told('visit.assigned', true), caseId: null })).toBe('staff/visits/index')
  })
})

describe('quiet hours', () => {
  const at = (instant: string) => new Date(instant)
  const night = { from: '22:00', until: '07:30' }
  const shanghai = (hours: typeof night | null, instant: string) => quietUntil(hours, at(instant), 'Asia/Shanghai')?.toISOString()

  it.each([
    ['2026-11-21T21:59:00+08:00', undefined],
    ['2026-11-21T22:00:00+08:00', '2026-11-21T23:30:00.000Z'],
    ['2026-11-22T03:00:00+08:00', '2026-11-21T23:30:00.000Z'],
    ['2026-11-22T07:30:00+08:00', undefined],
  ])('[MSG-01] over midnight: %s', (now, end) => {
    expect(shanghai(night, now)).toBe(end)
  })

  it('[MSG-01] of the afternoon end the same day, and none never begin', () => {
    expect(shanghai({ from: '13:00', until: '14:00' }, '2026-11-21T13:30:00+08:00')).toBe('2026-11-21T06:00:00.000Z')
    expect(shanghai(null, '2026-11-21T23:30:00+08:00')).toBeUndefined()
  })
})

describe('what is said outside', () => {
  it('[MSG-01] in a mail is words, whatever people write, and a subject of one line', () => {
    const mail = mailOf({ title: '通知\r\nBcc: a@b.c', body: '<script>alert(1)</script>\n"A" & \'B\'', from: '一诺花园' })
    expect(mail.html).not.toContain('<script>')
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;<br>&quot;A&quot; &amp; &#39;B&#39;')
    expect(mail.subject).toBe('【一诺花园】通知 Bcc: a@b.c')
    expect(mail.text).toContain('<script>')
  })

  it('[MSG-01] in a group chat is cut at 2048 bytes, between characters', () => {
    const long = fitRobotText('楼'.repeat(1000))
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(2048)
    expect(long).toBe(`${'楼'.repeat(681)}…`)
    expect(fitRobotText('短')).toBe('短')
  })

  it.each([
    [
      'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7bfc-4bc4-97a0-0ec2sifa5aaa',
      '693a91f6-7bfc-4bc4-97a0-0ec2sifa5aaa',
    ],
    ['https://evil.example/cgi-bin/webhook/send?key=693a91f6-7bfc', null],
    ['https://qyapi.weixin.qq.com@evil.example/cgi-bin/webhook/send?key=693a91f6-7bfc', null],
    ['http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7bfc', null],
    ['https://qyapi.weixin.qq.com/cgi-bin/other?key=693a91f6-7bfc', null],
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a%26b%3Dc%2F', null],
    ['not an address', null],
  ])('[MSG-01] goes only to WeCom itself: %s', (address, key) => {
    expect(robotKeyOf(address, 'https://qyapi.weixin.qq.com')).toBe(key)
  })
})
