import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../platform/http/index.ts'
import { PayError, WechatPay } from '../../../wechat/index.ts'
import { Merchants } from './merchants.ts'

/** No payment has this number. */
const NOBODYS_ORDER = 'yinuo-connection-test'

/** Tries a merchant's keys both ways without touching any order. */
@Injectable()
export class MerchantTest {
  readonly #pay: WechatPay
  readonly #merchants: Merchants

  constructor(pay: WechatPay, merchants: Merchants) {
    this.#pay = pay
    this.#merchants = merchants
  }

  /** @returns what is wrong, for people; null when all is well */
  async troubleOf(id: string): Promise<string | null> {
    try {
      const merchant = await this.#merchants.byId(id)
      if (!merchant) return '找不到这个商户号'
      await this.#pay.query(merchant, NOBODYS_ORDER)
      return null
    } catch (error) {
      if (error instanceof ProblemError) return error.detail
      if (!(error instanceof PayError)) throw error
      if (error.kind === 'unavailable') return '没有连上微信支付，或应答的签名与所填公钥（证书）不符'
      return `微信支付答复：${error.said || error.code}`
    }
  }
}
