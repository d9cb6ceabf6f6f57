import type { PaymentCall } from './port.ts'

/** What the sandbox's `/client.js` offers: the part of the WeChat app a browser lacks. */
export interface WechatClient {
  phone: { id: string; name: string }
  login(): Promise<{ code: string }>
  scanCode(): Promise<{ path: string; result: string }>
  getPhoneNumber(): Promise<{ code: string }>
  requestSubscribeMessage(options: { tmplIds: string[] }): Promise<Record<string, string>>
  requestPayment(call: PaymentCall): Promise<{ errMsg: string }>
  privacy(): Promise<{ needAuthorization: boolean; contractName: string }>
  agreePrivacy(): Promise<void>
  openPrivacyContract?(): Promise<void>
  onOpenPage(listener: (path: string) => void): void
  setOffline(off: boolean): void
  isOffline(): boolean
}

declare global {
  interface Window {
    wechatClient?: WechatClient
  }
}

export function wechatClient(): WechatClient | null {
  return window.wechatClient ?? null
}

/** Several phones may stand side by side on one page: each keeps its own memory. */
export function memoryName(): string {
  return `yinuo.${wechatClient()?.phone.id ?? new URLSearchParams(location.search).get('phone') ?? 'browser'}`
}

export function refuseWhenOffline(): void {
  if (wechatClient()?.isOffline()) throw { errMsg: 'request:fail' }
}
