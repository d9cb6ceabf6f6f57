import type { World } from './world.ts'

/**
 * `/client.js`, the part of the WeChat app that the mini-program in a browser talks to. It must exist before the
 * mini-program's own script runs, hence a classic script; everything with a face is a module fetched behind it.
 */
export function clientScript(world: World): string {
  const phones = world.phones.all().map(({ id, name, offline }) => ({ id, name, offline }))
  return `(() => {
  const phones = ${JSON.stringify(phones).replaceAll('<', '\\u003c')}
  const origin = new URL(document.currentScript.src).origin
  const wanted = new URLSearchParams(location.search).get('phone')
  const phone = phones.find(({ id }) => id === wanted) ?? phones[0]
  if (!phone) return
  const state = { offline: phone.offline, opened: [], listeners: [] }
  const app = import(origin + '/browser/client/phone-app.ts').then((module) => module.startPhone(origin, phone, state))
  const later = (name) => (...given) => app.then((started) => started[name](...given))
  window.wechatClient = {
    phone: { id: phone.id, name: phone.name },
    login: later('login'),
    scanCode: later('scanCode'),
    getPhoneNumber: later('getPhoneNumber'),
    requestSubscribeMessage: later('requestSubscribeMessage'),
    requestPayment: later('requestPayment'),
    privacy: later('privacy'),
    agreePrivacy: later('agreePrivacy'),
    openPrivacyContract: later('openPrivacyContract'),
    onOpenPage(listener) {
      state.listeners.push(listener)
      for (const path of state.opened.splice(0)) listener(path)
    },
    setOffline(off) {
      state.offline = off
    },
    isOffline: () => state.offline,
  }
})()
`
}
