import type { Platform } from './port.ts'

/** How WeChat's words are read: `requestPayment:fail cancel`, or `requestPayment:fail` and why. */
export async function paymentOutcome(asked: Promise<unknown>): ReturnType<Platform['pay']> {
  try {
    await asked
    return 'paid'
  } catch (failure) {
    const { errMsg = '' } = failure as { errMsg?: string }
    if (/cancel/.test(errMsg)) return 'cancelled'
    return { refused: errMsg.replace(/^requestPayment:fail\s*/, '').replace(/^\((.*)\)$/, '$1') }
  }
}
