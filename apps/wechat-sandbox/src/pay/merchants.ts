import { newCertifiedKeyPair, newKeyPair } from './certificate.ts'
import type { CertifiedKeyPair, KeyPair } from './certificate.ts'
import { newNonce } from './signing.ts'

export const keyModes = {
  certificate: '平台证书',
  'public-key': '微信支付公钥',
  switching: '切换中：两者并用',
} as const
export type KeyMode = keyof typeof keyModes

export interface SubMerchant {
  mchid: string
  name: string
}

export interface Merchant {
  mchid: string
  name: string
  appid: string
  mode: 'direct' | 'partner'
  subMerchants: SubMerchant[]
  keyMode: KeyMode
  /** thirty-two letters and digits */
  apiV3Key: string
  /** the merchant's own key, with which it signs */
  own: CertifiedKeyPair
  /** WeChat's key for this merchant in public-key mode */
  wechatKey: KeyPair & { id: string }
  /** fen that were taken out of the account; what is left may be too little for a refund */
  withdrawnFen: number
}

export type MerchantOrder = Partial<Pick<Merchant, 'name' | 'mode' | 'subMerchants' | 'keyMode'>> & { mchid: string }

const demonstration: MerchantOrder[] = [
  { mchid: '1900007001', name: '一诺物业', mode: 'direct', keyMode: 'public-key' },
  { mchid: '1900007002', name: '一诺物业（平台证书）', mode: 'direct', keyMode: 'certificate' },
  {
    mchid: '1900008000',
    name: '一诺物业云（服务商）',
    mode: 'partner',
    keyMode: 'switching',
    subMerchants: [
      { mchid: '1900008101', name: '一诺物业' },
      { mchid: '1900008102', name: '邻里物业' },
    ],
  },
]

const year = 365 * 24 * 3600_000

/** Who may take money. Their keys are made when somebody asks for them first, and kept with the sandbox's state. */
export class Merchants {
  readonly #appid: string
  #merchants: Map<string, Merchant> | undefined

  constructor(appid: string) {
    this.#appid = appid
  }

  all(): Merchant[] {
    return [...this.#known().values()]
  }

  byId(mchid: string): Merchant | undefined {
    return this.#known().get(mchid)
  }

  add(order: MerchantOrder): Merchant {
    const made = this.#made(order)
    this.#known().set(made.mchid, made)
    return made
  }

  change(mchid: string, change: Partial<Pick<Merchant, 'keyMode' | 'withdrawnFen'>>): Merchant | undefined {
    const merchant = this.byId(mchid)
    if (merchant) Object.assign(merchant, change)
    return merchant
  }

  snapshot(): Merchant[] | undefined {
    return this.#merchants && this.all()
  }

  restore(written: Merchant[]): void {
    this.#merchants = new Map(written.map((merchant) => [merchant.mchid, merchant]))
  }

  #known(): Map<string, Merchant> {
    this.#merchants ??= new Map(demonstration.map((order) => [order.mchid, this.#made(order)]))
    return this.#merchants
  }

  #made({ mchid, name, mode, subMerchants, keyMode }: MerchantOrder): Merchant {
    const now = Date.now()
    return {
      mchid,
      name: name ?? `商户${mchid}`,
      appid: this.#appid,
      mode: mode ?? 'direct',
      subMerchants: subMerchants ?? [],
      keyMode: keyMode ?? 'public-key',
      apiV3Key: newNonce(),
      own: newCertifiedKeyPair(mchid, new Date(now - year), new Date(now + 5 * year)),
      wechatKey: {
        ...newKeyPair(),
        id: `PUB_KEY_ID_01${mchid}${new Date(now).toISOString().slice(0, 10).replaceAll('-', '')}00`,
      },
      withdrawnFen: 0,
    }
  }
}
