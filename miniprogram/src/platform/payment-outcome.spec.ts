import { describe, expect, it } from '@jest/globals'
import { paymentOutcome } from './payment-outcome.ts'

const failed = (errMsg: string) => paymentOutcome(Promise.reject({ errMsg }))

describe('what WeChat says of a payment', () => {
  it('is read as paid, cancelled or refused with its reason', async () => {
    expect(await paymentOutcome(Promise.resolve({ errMsg: 'requestPayment:ok' }))).toBe('paid')
    expect(await failed('requestPayment:fail cancel')).toBe('cancelled')
    expect(await failed('requestPayment:fail 订单已超时，请重新下单')).toEqual({ refused: '订单已超时，请重新下单' })
    expect(await failed('requestPayment:fail (支付验证签名失败)')).toEqual({ refused: '支付验证签名失败' })
    expect(await paymentOutcome(Promise.reject(new Error('gone')))).toEqual({ refused: '' })
  })
})
