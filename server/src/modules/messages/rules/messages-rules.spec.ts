import { describe, expect, it } from '@jest/globals'
import { messageKinds, type DeliveryState, type MessageKind } from '@yinuo/contracts'
import { fitValues } from '../../../wechat/index.ts'
import { afterAttempt } from './after-attempt.ts'
import { isFinished, nextChannel, type OuterChannel } from './next-channel.ts'
import { partnerOf, type KnownGrant } from './pair-grants.ts'
import { fieldsOf, pageOf, templateOf, type Told } from './templates.ts'

const nothingTried = new Set<OuterChannel>()
const subscribe = (state: DeliveryState) => ({ channel: 'subscribe', state })
const sms = (state: DeliveryState) => ({ channel: 'sms', state })
const inbox = { channel: 'inbox', state: 'sent' as const }

describe('the channel tried next', () => {
  it('[MSG-02] is the subscribe message first', () => {
    expect(nextChannel(false, [inbox], nothingTried)).toBe('subscribe')
  })

  it.each(['failed', 'skipped'] as const)('[MSG-02] is the text message when the subscribe message was %s', (state) => {
    expect(nextChannel(false, [inbox, subscribe(state)], nothingTried)).toBe('sms')
  })

  it('[MSG-02] is none when the subscribe message was sent', () => {
    expect(nextChannel(false, [inbox, subscribe('sent')], nothingTried)).toBeNull()
    expect(isFinished(false, [inbox, subscribe('sent')])).toBe(true)
  })

  it('[MSG-02] waits while the subscribe message may still work', () => {
    expect(nextChannel(false, [subscribe('pending')], new Set(['subscribe']))).toBeNull()
    expect(isFinished(false, [subscribe('pending')])).toBe(false)
  })

  it('[MSG-02] is both for what is urgent, without waiting', () => {
    expect(nextChannel(true, [subscribe('pending')], new Set(['subscribe']))).toBe('sms')
    expect(nextChannel(true, [subscribe('sent')], new Set(['subscribe']))).toBe('sms')
    expect(isFinished(true, [subscribe('sent'), sms('pending')])).toBe(false)
    expect(isFinished(true, [subscribe('sent'), sms('failed')])).toBe(true)
  })
})

describe('what is written of an attempt', () => {
  it('[MSG-02] keeps trying what may work later, and gives the unused grant back when it gives up', () => {
    const busy = { result: 'later', reason: '繁忙', unknown: false } as const
    expect(afterAttempt(busy, 1, 5)).toMatchObject({ state: 'pending', grant: 'kept', unknown: false })
    expect(afterAttempt(busy, 5, 5)).toMatchObject({ state: 'failed', grant: 'returned' })
  })

  it('[MSG-02] never gives back a grant that may have been used', () => {
    const noAnswer = { result: 'later', reason: '没有答复', unknown: true } as const
    expect(afterAttempt(noAnswer, 1, 5)).toMatchObject({ state: 'pending', unknown: true })
    expect(afterAttempt(noAnswer, 5, 5)).toMatchObject({ state: 'failed', grant: 'kept' })
    expect(afterAttempt({ result: 'refused', reason: '43101', spent: true }, 1, 5)).toMatchObject({
      state: 'failed',
      grant: 'kept',
    })
  })

  it('[MSG-02] gives the grant back when WeChat did not like a value', () => {
    expect(afterAttempt({ result: 'refused', reason: '47003', spent: false }, 1, 5)).toMatchObject({ grant: 'returned' })
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

  it('[MSG-02] opens the repair, on the page of whom it is for', () => {
    const query = 'communityId=0197a000-0000-7000-8000-00000000000c&id=0197a000-0000-7000-8000-000000000001'
    expect(pageOf(told('repair.done', false))).toBe(`pages/repair/index?${query}`)
    expect(pageOf(told('repair.assigned', true))).toBe(`staff/repair/index?${query}`)
    expect(pageOf({ ...told('residence.approved', false), caseId: null })).toBe('pages/messages/index')
  })
})
