import Taro from '@tarojs/taro'
import type { Platform, PrivacyQuestion } from './port.ts'
import { paymentOutcome } from './payment-outcome.ts'
import { uuidFrom } from './uuid.ts'

export * from './buttons.weapp.tsx'
export * from './elements.ts'
export * from './pages.ts'

declare const SERVER_URL: string

const files = () => Taro.getFileSystemManager()
const keptFolder = `${Taro.env.USER_DATA_PATH ?? ''}/kept`

export const platform: Platform = {
  name: 'weapp',
  serverUrl: () => SERVER_URL,

  async login() {
    return (await Taro.login()).code
  },

  async request({ method, url, headers, body }) {
    const answer = await Taro.request({ method, url, header: headers, data: body, dataType: 'text', timeout: 30_000 })
    return { status: answer.statusCode, body: answer.data as unknown, headers: answer.header as Record<string, string> }
  },

  upload({ url, headers, path, fields, onProgress }) {
    return new Promise((resolve, reject) => {
      const task = Taro.uploadFile({
        url,
        filePath: path,
        name: 'file',
        header: headers,
        formData: fields,
        timeout: 60_000,
        success: (answer) => resolve({ status: answer.statusCode, body: answer.data }),
        fail: reject,
      })
      task.onProgressUpdate(({ progress }) => onProgress(progress))
    })
  },

  read: <T>(key: string) => (Taro.getStorageSync(key) || null) as T | null,
  write: (key, value) => Taro.setStorageSync(key, value),
  forget: (key) => Taro.removeStorageSync(key),

  async pickFiles(count, withVideo) {
    try {
      const picked = await Taro.chooseMedia({
        count,
        mediaType: withVideo ? ['image', 'video'] : ['image'],
        sizeType: ['compressed'],
        maxDuration: 30,
      })
      return picked.tempFiles.map((file) => ({
        path: file.tempFilePath,
        kind: file.fileType === 'video' ? ('video' as const) : ('photo' as const),
        size: file.size,
      }))
    } catch (failure) {
      if (isCancelled(failure)) return []
      throw failure
    }
  },

  async keepFile(file) {
    try {
      files().accessSync(keptFolder)
    } catch {
      files().mkdirSync(keptFolder, true)
    }
    const kept = `${keptFolder}/${this.uuid()}${file.path.slice(file.path.lastIndexOf('.'))}`
    files().saveFileSync(file.path, kept)
    return kept
  },
  shownFile: async (path) => path,
  async dropFile(path) {
    try {
      files().unlinkSync(path)
    } catch {
      // Already gone: nothing to free.
    }
  },
  preview(urls, current) {
    void Taro.previewImage({ urls, current })
  },

  async openFile(url, kind = 'pdf') {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url, timeout: 60_000 })
    if (statusCode !== 200) throw new Error(`the file was refused with ${statusCode}`)
    await Taro.openDocument({ filePath: tempFilePath, fileType: kind, showMenu: true })
  },

  async scan() {
    try {
      const seen = await Taro.scanCode({ onlyFromCamera: false })
      return seen.path || pageOfText(seen.result)
    } catch (failure) {
      if (isCancelled(failure)) return null
      throw failure
    }
  },

  // Taro makes no promise of this one for WeChat: it hands it through as it is.
  pay: (call) => paymentOutcome(new Promise((success, fail) => void Taro.requestPayment({ ...call, success, fail }))),

  async subscribe(templateIds) {
    const answers = await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] } as never)
    return answers as unknown as Record<string, string>
  },

  onPrivacyQuestion(listener) {
    if (!Taro.canIUse('onNeedPrivacyAuthorization')) return
    Taro.onNeedPrivacyAuthorization((resolve) => {
      const settle = (event: 'agree' | 'disagree') => {
        listener(null)
        resolve({ event, buttonId: 'privacy-agree' } as never)
      }
      const question: PrivacyQuestion = {
        contractName: '《用户隐私保护指引》',
        agree: () => settle('agree'),
        refuse: () => settle('disagree'),
        openContract: () => void Taro.openPrivacyContract({}),
      }
      listener(question)
    })
  },
  // WeChat itself opens the page of a push or a code.
  onOpenPage: () => undefined,
  onOnline(listener) {
    const heard = ({ isConnected }: { isConnected: boolean }) => {
      if (isConnected) listener()
    }
    Taro.onNetworkStatusChange(heard)
    return () => Taro.offNetworkStatusChange(heard)
  },
  prefersLargeType() {
    const size = (Taro.getAppBaseInfo?.() as { fontSizeSetting?: number } | undefined)?.fontSizeSetting
    return (size ?? 16) >= 20
  },

  dial(phone) {
    // A refusal in WeChat's own sheet is an answer, not a fault.
    Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
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
  uuid() {
    return uuidFrom(Uint8Array.from({ length: 16 }, () => Math.floor(Math.random() * 256)))
  },
}

function isCancelled(failure: unknown): boolean {
  return /cancel/.test((failure as { errMsg?: string }).errMsg ?? '')
}

/** A plain QR code carries the page as text, or a link ending in it. */
function pageOfText(text: string): string | null {
  return /pages\/[\w-]+\/index(\?.*)?$|staff\/[\w-]+\/index(\?.*)?$/.exec(text)?.[0] ?? null
}
