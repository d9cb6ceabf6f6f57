import type { Transport, TransportAnswer } from '@yinuo/api-client'

/** A photo or video the phone holds. `path` is what the platform needs to show, keep and send it. */
export interface PickedFile {
  path: string
  kind: 'photo' | 'video'
  size: number
}

export interface Upload {
  url: string
  headers: Record<string, string>
  path: string
  fields: Record<string, string>
  onProgress: (percent: number) => void
}

/** WeChat holds a private interface back until the person has agreed to the privacy guide. */
export interface PrivacyQuestion {
  contractName: string
  agree: () => void
  refuse: () => void
  openContract: (() => void) | null
}

/** What the server signed for one order; the app of WeChat checks it before it asks for the password. */
export interface PaymentCall {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

export interface Question {
  title: string
  text: string
  yes: string
  no?: string
}

/** All the mini-program asks of the phone it runs on. */
export interface Platform {
  readonly name: 'weapp' | 'h5'
  serverUrl(): string
  login(): Promise<string>
  request: Transport
  upload(upload: Upload): Promise<TransportAnswer>

  read<T>(key: string): T | null
  write(key: string, value: unknown): void
  forget(key: string): void

  /** An empty list when the person changed their mind. */
  pickFiles(count: number, withVideo: boolean): Promise<PickedFile[]>
  /** Puts a picked file where a kill of the app does not reach it. */
  keepFile(file: PickedFile): Promise<string>
  shownFile(path: string): Promise<string>
  dropFile(path: string): Promise<void>
  preview(urls: string[], current: string): void
  /** Fetches a document and shows it as its kind is shown; a PDF unless another is named. */
  openFile(url: string, kind?: 'pdf' | 'docx' | 'xlsx' | 'pptx'): Promise<void>

  /** The page a scanned code leads to, with its query; null when the person changed their mind. */
  scan(): Promise<string | null>
  /**
   * Lets the person pay. `paid` and `cancelled` are what the app of WeChat says, which proves nothing: the server knows.
   * A refusal of WeChat's comes as its words.
   */
  pay(call: PaymentCall): Promise<'paid' | 'cancelled' | { refused: string }>
  subscribe(templateIds: string[]): Promise<Record<string, string>>
  onPrivacyQuestion(listener: (question: PrivacyQuestion | null) => void): void
  /** A push or a code seen by the system camera opens a page. */
  onOpenPage(listener: (page: string) => void): void
  /** Answers how to stop listening. */
  onOnline(listener: () => void): () => void
  prefersLargeType(): boolean

  dial(phone: string): void
  ask(question: Question): Promise<boolean>
  tell(text: string): void
  uuid(): string
}
