/** The line from a phone's WeChat app to WeChat. */
export interface WechatLine {
  ask<T>(method: string, path: string, body?: unknown): Promise<T>
  origin: string
  phoneId: string
}

export interface PhoneState {
  offline: boolean
  /** pages to open that came before the mini-program listened */
  opened: string[]
  listeners: ((path: string) => void)[]
}

export function wechatLine(origin: string, phoneId: string, state: PhoneState): WechatLine {
  return {
    origin,
    phoneId,
    async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
      if (state.offline) throw { errMsg: 'request:fail' }
      const response = await fetch(`${origin}${path.replace('{phone}', `/sandbox/phones/${encodeURIComponent(phoneId)}`)}`, {
        method,
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })
      const text = await response.text()
      if (!response.ok) throw { errMsg: `request:fail ${response.status}` }
      return (text === '' ? undefined : JSON.parse(text)) as T
    },
  }
}
