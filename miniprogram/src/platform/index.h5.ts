import Taro from '@tarojs/taro'
import './keyboard.h5.ts'
import { dropBlob, keepBlob, keptBlob, keptPrefix } from './kept-files.h5.ts'
import { chooseFiles } from './choose-files.h5.ts'
import type { Platform, Upload } from './port.ts'
import { paymentOutcome } from './payment-outcome.ts'
import { onPrivacyQuestion, privacyAgreed } from './privacy.h5.ts'
import { uuidFrom } from './uuid.ts'
import { memoryName, refuseWhenOffline, wechatClient } from './wechat-client.h5.ts'

export * from './buttons.h5.tsx'
export * from './elements.ts'
export * from './pages.ts'

const shown = new Map<string, string>()

export const platform: Platform = {
  name: 'h5',
  serverUrl: () => new URLSearchParams(location.search).get('api') ?? `${location.protocol}//${location.hostname}:3100`,

  async login() {
    const client = wechatClient()
    if (!client) throw { errMsg: '请从演示台或微信里打开。' }
    return (await client.login()).code
  },

  async request({ method, url, headers, body }) {
    refuseWhenOffline()
    const answer = await fetch(url, { method, headers, body: body as RequestInit['body'], cache: 'no-store' })
    return { status: answer.status, body: await answer.text(), headers: Object.fromEntries(answer.headers) }
  },

  async upload(upload) {
    refuseWhenOffline()
    return posted(upload, await blobOf(upload.path))
  },

  read<T>(key: string) {
    const text = localStorage.getItem(`${memoryName()}.${key}`)
    return text === null ? null : (JSON.parse(text) as T)
  },
  write: (key, value) => localStorage.setItem(`${memoryName()}.${key}`, JSON.stringify(value)),
  forget: (key) => localStorage.removeItem(`${memoryName()}.${key}`),

  async pickFiles(count, withVideo) {
    await privacyAgreed()
    return chooseFiles(count, withVideo)
  },
  async keepFile(file) {
    return keepBlob(this.uuid(), await blobOf(file.path))
  },
  async shownFile(path) {
    if (!path.startsWith(keptPrefix)) return path
    const known = shown.get(path) ?? URL.createObjectURL(await keptBlob(path))
    shown.set(path, known)
    return known
  },
  async dropFile(path) {
    const url = shown.get(path)
    if (url) URL.revokeObjectURL(url)
    shown.delete(path)
    if (path.startsWith(keptPrefix)) await dropBlob(path)
  },
  preview(urls, current) {
    void Taro.previewImage({ urls, current })
  },

  async openFile(url) {
    refuseWhenOffline()
    window.open(url, '_blank')
  },

  async scan() {
    const client = wechatClient()
    if (!client) return pastedCode()
    try {
      const { path, result } = await client.scanCode()
      return path || result || null
    } catch (failure) {
      if (/cancel/.test((failure as { errMsg?: string }).errMsg ?? '')) return null
      throw failure
    }
  },

  async pay(call) {
    const client = wechatClient()
    return client ? paymentOutcome(client.requestPayment(call)) : { refused: '请从演示台或微信里打开再支付。' }
  },

  async subscribe(templateIds) {
    const client = wechatClient()
    if (client) return client.requestSubscribeMessage({ tmplIds: templateIds })
    const answer = window.confirm('允许一诺物业给您发送进度通知？') ? 'accept' : 'reject'
    return Object.fromEntries(templateIds.map((id) => [id, answer]))
  },

  onPrivacyQuestion,
  onOpenPage: (listener) => wechatClient()?.onOpenPage(listener),
  onOnline(listener) {
    window.addEventListener('online', listener)
    let wasOffline = wechatClient()?.isOffline() ?? false
    // The stage's switch makes no event of the browser's.
    const watch = window.setInterval(() => {
      const offline = wechatClient()?.isOffline() ?? false
      if (wasOffline && !offline) listener()
      wasOffline = offline
    }, 1000)
    return () => {
      window.removeEventListener('online', listener)
      window.clearInterval(watch)
    }
  },
  prefersLargeType: () => false,

  dial(phone) {
    if (wechatClient()) void this.ask({ title: '拨打电话', text: phone, yes: '知道了' })
    else window.location.href = `tel:${phone}`
  },
  async ask({ title, text, yes, no }) {
    const answer = await Taro.showModal({
      title,
      content: text,
      confirmText: yes,
      showCancel: no !== undefined,
      cancelText: no ?? '取消',
      confirmColor: '#0F6B57',
    })
    return answer.confirm
  },
  tell(text) {
    void Taro.showToast({ title: text, icon: 'none', duration: 2500 })
  },
  uuid: () => uuidFrom(crypto.getRandomValues(new Uint8Array(16))),
}

async function blobOf(path: string): Promise<Blob> {
  return path.startsWith(keptPrefix) ? keptBlob(path) : (await fetch(path)).blob()
}

function posted({ url, headers, fields, onProgress }: Upload, blob: Blob) {
  return new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file', blob, blob instanceof File ? blob.name : 'photo')
    const request = new XMLHttpRequest()
    request.open('POST', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : Math.round((loaded / total) * 100))
    request.onload = () => resolve({ status: request.status, body: request.responseText })
    request.onerror = () => reject({ errMsg: 'uploadFile:fail' })
    request.send(form)
  })
}

function pastedCode(): string | null {
  const text = window.prompt('请粘贴二维码内容（scene）')?.trim()
  return text ? `pages/entry/index?scene=${encodeURIComponent(text)}` : null
}
