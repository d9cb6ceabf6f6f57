import type { Pay, PayRequest } from '@yinuo/contracts'
import { useRef, useState } from 'react'
import { openPage, platform } from '../../platform'
import { mayHaveArrived, sentenceOf } from '../../session/failure.ts'
import { call } from '../../session/session.ts'

/** What the app of WeChat said when it came back; how it stands only the server knows. */
export type Said = 'paid' | 'cancelled' | 'refused'

export interface Answer {
  said: Said
  because: string
}

interface Sending {
  key: string
  body: Pay
}

/** Orders, lets the person pay, and leads to the page that asks how it stands – whatever WeChat's app says. */
export function usePay(unitId: string, onRefused: () => void) {
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const keptAs = `paying.${unitId}`

  /** An order that was never answered is asked again under its own key: the server makes one of it. */
  const keyFor = (body: Pay): string => {
    const before = platform.read<Sending>(keptAs)
    if (before && JSON.stringify(before.body) === JSON.stringify(body)) return before.key
    const key = platform.uuid()
    platform.write(keptAs, { key, body })
    return key
  }

  const order = async (body: Pay) => {
    const opened = await call('POST /me/payments', { body, idempotencyKey: keyFor(body) })
    platform.forget(keptAs)
    const id = opened.paymentId ?? opened.balancePaymentId
    const answer = opened.request && (await askWechat(opened.request))
    const words = answer ? `&said=${answer.said}&because=${encodeURIComponent(answer.because)}` : ''
    openPage(`pages/payment/index?id=${id}${words}`)
  }

  return {
    busy,
    /** A second tap while the first is on its way does nothing. */
    async start(body: Pay): Promise<void> {
      if (running.current) return
      running.current = true
      setBusy(true)
      try {
        await order(body)
      } catch (failure) {
        if (!mayHaveArrived(failure)) platform.forget(keptAs)
        await platform.ask({ title: '还不能支付', text: sentenceOf(failure), yes: '知道了' })
        onRefused()
      } finally {
        running.current = false
        setBusy(false)
      }
    },
  }
}

/** Shows WeChat's sheet. */
export async function askWechat(request: PayRequest): Promise<Answer> {
  const outcome = await platform.pay({ ...request, signType: 'RSA' })
  return typeof outcome === 'string' ? { said: outcome, because: '' } : { said: 'refused', because: outcome.refused }
}
