import { showBanner, tell } from './banner.ts'
import type { Arrived } from './banner.ts'
import { askConsent } from './consent-sheet.ts'
import type { AskedTemplate } from './consent-sheet.ts'
import { requestPayment } from './payment.ts'
import type { PaymentOptions } from './payment.ts'
import { askPhoneNumber, showPrivacyContract } from './phone-sheets.ts'
import { scan } from './scan-view.ts'
import type { Scanned } from './scan-view.ts'
import { wechatLine } from './wechat-line.ts'
import type { PhoneState, WechatLine } from './wechat-line.ts'

type Happening =
  | Arrived
  | { kind: 'open'; path: string }
  | { kind: 'scan' }
  | { kind: 'offline'; offline: boolean }
  | { kind: 'large-text'; on: boolean }

const noNetwork = '当前网络不可用，请检查网络设置'

interface Privacy {
  needAuthorization: boolean
  privacyContractName: string
}

/** The WeChat app on one phone, as far as the mini-program can see it. */
export function startPhone(origin: string, phone: { id: string }, state: PhoneState) {
  const line = wechatLine(origin, phone.id, state)
  const open = (path: string) => {
    if (state.listeners.length === 0) state.opened.push(path)
    for (const listener of state.listeners) listener(path)
  }
  /** A service notification waits at WeChat until the phone is back; a text message comes without the internet. */
  const held: Arrived[] = []
  const goOffline = (offline: boolean) => {
    state.offline = offline
    if (!offline) for (const arrived of held.splice(0)) showBanner(arrived, open)
  }
  const scanHere = async () => {
    const scanned = await scan(line, tell).catch(() => tell(noNetwork))
    if (scanned?.path) void line.ask('POST', '{phone}/scans', { path: scanned.path })
    return scanned ?? null
  }
  const scanAndOpen = async () => {
    const scanned = await scanHere()
    if (!scanned) return
    if (scanned.path) open(scanned.path)
    else tell('这不是小程序码')
  }
  listen(line, (happening) => {
    if (happening.kind === 'push' && state.offline) held.push(happening)
    else if (happening.kind === 'push' || happening.kind === 'sms') showBanner(happening, open)
    else if (happening.kind === 'open' && state.offline) tell(noNetwork)
    else if (happening.kind === 'open') open(happening.path)
    else if (happening.kind === 'scan') void scanAndOpen()
    else if (happening.kind === 'offline') goOffline(happening.offline)
    else chooseLargeText(phone.id, happening.on)
  })

  return {
    login: () => line.ask<{ code: string }>('POST', '{phone}/login-codes', {}).catch(failedAs('login:fail')),

    async scanCode(): Promise<Scanned> {
      const scanned = await scanHere()
      if (!scanned) throw { errMsg: 'scanCode:fail cancel' }
      return scanned
    },

    async getPhoneNumber(): Promise<{ code: string }> {
      const phones = await line
        .ask<{ id: string; phoneNumber: string }[]>('GET', '/sandbox/phones')
        .catch(failedAs('getPhoneNumber:fail'))
      const number = phones.find(({ id }) => id === phone.id)?.phoneNumber ?? ''
      if (!(await askPhoneNumber(number.replace(/^(\d{3})\d{4}/, '$1****')))) throw { errMsg: 'getPhoneNumber:fail user deny' }
      return line.ask('POST', '{phone}/phone-codes', {})
    },

    async requestSubscribeMessage({ tmplIds }: { tmplIds: string[] }): Promise<Record<string, string>> {
      const refusal = refusedBeforeAsking(tmplIds)
      if (refusal) throw refusal
      const asked = await line
        .ask<AskedTemplate[]>('GET', `{phone}/subscriptions?tmplIds=${tmplIds.map(encodeURIComponent).join(',')}`)
        .catch(failedAs('requestSubscribeMessage:fail', { errCode: 10002 }))
      const open = asked.filter(({ always }) => always === null)
      const kept = Object.fromEntries(asked.flatMap(({ id, always }) => (always === null ? [] : [[id, always]])))
      const consent = open.length > 0 ? await askConsent(open) : { answers: {}, always: false }
      const answers = { ...kept, ...consent.answers }
      const outcome = await line.ask<Record<string, string>>('POST', '{phone}/subscriptions', { answers, always: consent.always })
      if (!outcome.errMsg?.endsWith(':ok')) throw outcome
      return outcome
    },

    requestPayment: (options: PaymentOptions) => requestPayment(line, options),

    async privacy(): Promise<{ needAuthorization: boolean; contractName: string }> {
      const { needAuthorization, privacyContractName } = await line
        .ask<Privacy>('GET', '{phone}/privacy')
        .catch(failedAs('getPrivacySetting:fail'))
      return { needAuthorization, contractName: privacyContractName }
    },
    agreePrivacy: () => line.ask<void>('PUT', '{phone}/privacy', { agreed: true }),
    async openPrivacyContract(): Promise<void> {
      await showPrivacyContract((await line.ask<Privacy>('GET', '{phone}/privacy')).privacyContractName)
    },
  }
}

function listen(line: WechatLine, hear: (happening: Happening) => void): void {
  const stream = new EventSource(`${line.origin}/sandbox/phones/${encodeURIComponent(line.phoneId)}/stream`)
  stream.onmessage = ({ data }) => hear(JSON.parse(data as string) as Happening)
}

/** WeChat shows the sheet only in answer to a tap. */
function refusedBeforeAsking(tmplIds: string[]): { errMsg: string; errCode: number } | null {
  if (tmplIds.length === 0) return { errMsg: 'requestSubscribeMessage:fail TmplIds can not be empty', errCode: 10001 }
  if (tmplIds.length > 5) return { errMsg: 'requestSubscribeMessage:fail Templates count out of max bounds', errCode: 20003 }
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) {
    return { errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.', errCode: 20001 }
  }
  return null
}

function failedAs(errMsg: string, more: object = {}): (cause: unknown) => never {
  return (cause) => {
    throw { ...more, errMsg: `${errMsg} ${(cause as { errMsg?: string }).errMsg ?? 'network error'}` }
  }
}

/** The large-type switch of the desk acts like the person's own choice in the mini-program. */
function chooseLargeText(phoneId: string, on: boolean): void {
  localStorage.setItem(`yinuo.${phoneId}.session.elder`, JSON.stringify(on))
  location.reload()
}
