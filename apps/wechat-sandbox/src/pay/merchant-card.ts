import type { Merchant } from './merchants.ts'
import type { Pay } from './pay.ts'

/** All a merchant has from WeChat's merchant platform, as its server needs it. */
export interface MerchantCard {
  mchid: string
  name: string
  mode: Merchant['mode']
  appid: string
  subMerchants: Merchant['subMerchants']
  keyMode: Merchant['keyMode']
  serialNo: string
  privateKeyPem: string
  certificatePem: string
  apiV3Key: string
  /** WeChat's keys by serial: its public key (PUB_KEY_ID_…) and its certificates, as the merchant's mode has them */
  platformKeys: Record<string, string>
}

export function cardOf(pay: Pay, merchant: Merchant): MerchantCard {
  const { mchid, name, mode, appid, subMerchants, keyMode, apiV3Key, own, wechatKey } = merchant
  const certificates = keyMode === 'public-key' ? [] : pay.keys.certificates()
  return {
    mchid,
    name,
    mode,
    appid,
    subMerchants,
    keyMode,
    serialNo: own.serialNo,
    privateKeyPem: own.privateKeyPem,
    certificatePem: own.certificatePem,
    apiV3Key,
    platformKeys: {
      ...Object.fromEntries(certificates.map(({ serialNo, certificatePem }) => [serialNo, certificatePem])),
      ...(keyMode === 'certificate' ? {} : { [wechatKey.id]: wechatKey.publicKeyPem }),
    },
  }
}
