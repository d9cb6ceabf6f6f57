import { describe, expect, it } from '@jest/globals'
import { outcomeOf, paymentFace } from './payment-words.ts'

const open = { state: 'open', way: 'wechat', overFen: 0, mine: true } as const

describe('the result of a payment', () => {
  it('is what the server says, whatever the app of WeChat said', () => {
    for (const said of ['paid', 'cancelled', 'refused', null] as const) {
      expect(outcomeOf({ ...open, state: 'paid' }, said, '').kind).toBe('paid')
      expect(outcomeOf({ ...open, state: 'closed' }, said, '').kind).toBe('closed')
    }
  })

  it('is being checked when the app says paid and the server does not know yet', () => {
    expect(outcomeOf(open, 'paid', '')).toMatchObject({ kind: 'checking', title: '正在核实' })
  })

  it('is not paid when it was cancelled, refused or left', () => {
    expect(outcomeOf(open, 'cancelled', '').text).toContain('您取消了支付')
    expect(outcomeOf(open, 'refused', '订单已超时').text).toBe('微信：订单已超时。')
    expect(outcomeOf(open, null, '').text).toContain('请不要重复支付')
  })

  it('is awaited when somebody else of the home pays', () => {
    expect(outcomeOf({ ...open, mine: false }, null, '').text).toContain('家人正在支付')
  })

  it('tells when more came in than was owed', () => {
    expect(outcomeOf({ ...open, state: 'paid', overFen: 1_050 }, 'paid', '').text).toContain('¥10.50 多于应缴')
  })
})

describe('a payment on a list', () => {
  it.each([
    [{ state: 'open', amountFen: 100, refundedFen: 0 }, '待支付'],
    [{ state: 'paid', amountFen: 100, refundedFen: 0 }, '已支付'],
    [{ state: 'paid', amountFen: 100, refundedFen: 40 }, '已退 ¥0.40'],
    [{ state: 'paid', amountFen: 100, refundedFen: 100 }, '已退款'],
    [{ state: 'closed', amountFen: 100, refundedFen: 0 }, '已关闭'],
  ] as const)('%j reads %s', (payment, text) => {
    expect(paymentFace(payment).text).toBe(text)
  })
})
