import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { SmsError, SmsGateway, type TextMessage } from './sms-gateway.ts'

const SIGNATURE = '一诺物业'
const TIMEOUT_MS = 8_000

/** What people can do something about is said in their words. */
const sentences: Readonly<Record<string, string>> = {
  'isv.MOBILE_NUMBER_ILLEGAL': '手机号码不正确',
  'isv.BUSINESS_LIMIT_CONTROL': '短信发送过于频繁，被网关限制',
  'isv.AMOUNT_NOT_ENOUGH': '短信余额不足',
}
/** Refusals that pass by themselves, or once somebody has paid. */
const PASSING = new Set(['isv.BUSINESS_LIMIT_CONTROL', 'isv.AMOUNT_NOT_ENOUGH', 'isp.SYSTEM_ERROR'])

/** A gateway spoken to by HTTP, which refuses with status 200 and a code, as the large ones here do. */
@Injectable()
export class HttpSmsGateway extends SmsGateway {
  readonly #url: URL
  readonly #key: string

  constructor(@Inject(CONFIG) config: Config) {
    super()
    this.#url = new URL(config.SMS_GATEWAY_URL)
    if (this.#url.pathname === '/') this.#url.pathname = '/sms/send'
    this.#key = config.SMS_GATEWAY_KEY
  }

  async send({ phone, template, values }: TextMessage): Promise<string> {
    const response = await fetch(this.#url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', 'x-key': this.#key },
      body: JSON.stringify({ phone, signature: SIGNATURE, template, values }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => {
      throw new SmsError('短信网关没有答复', true)
    })
    if (!response.ok) throw new SmsError(`短信网关返回 ${response.status}`, true)
    const answer = (await response.json().catch(() => ({}))) as { id?: unknown; code?: unknown }
    if (typeof answer.id === 'string') return answer.id
    const code = typeof answer.code === 'string' ? answer.code : ''
    if (code === '') throw new SmsError('短信网关的答复无法识别', true)
    throw new SmsError(sentences[code] ?? `短信网关拒绝（${code}）`, PASSING.has(code))
  }
}
