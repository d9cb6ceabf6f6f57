/** One of the keys by which WeChat signs: a platform certificate or a public key (PUB_KEY_ID_…). */
export interface PlatformKey {
  serial: string
  pem: string
}

/** A merchant of WeChat Pay with all it needs to speak: its own key, and those by which WeChat is known. */
export interface PayMerchant {
  id: string
  mode: 'direct' | 'partner'
  /** the service provider's in partner mode */
  mchid: string
  subMchid: string | null
  appid: string
  serialNo: string
  privateKeyPem: string
  apiKey: string
  platformKeys: readonly PlatformKey[]
  /** the key WeChat is asked to sign with; others of the list are good as well */
  keySerial: string
}
