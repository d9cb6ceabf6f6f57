import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { createContext, Script } from 'node:vm'

/** What the mini-program asks the server through `wx.request`, and the answer. */
export type Server = (request: {
  method: string
  path: string
  body: unknown
  headers: Record<string, string>
}) => Promise<{ status: number; body: unknown }> | { status: number; body: unknown }

interface Node {
  sid?: string
  nn?: string
  v?: string
  cn?: Node[]
  [key: string]: unknown
}
interface PageInstance {
  data: { root?: Node }
  route: string
  [method: string]: unknown
}
type Callback = (result: Record<string, unknown>) => void
interface WxCall {
  success?: Callback
  fail?: Callback
  complete?: Callback
  [option: string]: unknown
}

const root = join(import.meta.dirname, '../../dist/weapp')

/** A phone that runs the built weapp bundle: WeChat's script world, without WeChat. */
export class Phone {
  readonly storage = new Map<string, unknown>()
  readonly modals: WxCall[] = []
  readonly toasts: string[] = []
  readonly navigated: string[] = []
  subscribed: string[][] = []
  /** what was handed to WeChat to be paid, and what it answers */
  readonly payments: WxCall[] = []
  paymentAnswer: 'ok' | 'fail cancel' | 'fail 订单已超时' = 'ok'
  online = true
  private readonly server: Server
  private readonly context: Record<string, unknown>
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly pages: PageInstance[] = []
  private registered: PageInstance | null = null
  private app: Record<string, ((options: unknown) => void) | undefined> = {}

  constructor(server: Server, storage: ReadonlyMap<string, unknown> = new Map()) {
    this.server = server
    for (const [key, value] of storage) this.storage.set(key, structuredClone(value))
    const world: Record<string, unknown> = {
      console,
      setTimeout,
      clearTimeout,
      setInterval: (run: () => void, wait: number) => setInterval(run, wait).unref(),
      clearInterval,
      Promise,
      App: (options: typeof this.app) => (this.app = options),
      Page: (options: PageInstance) => (this.registered = options),
      Component: () => undefined,
      Behavior: (options: unknown) => options,
      getApp: () => this.app,
      getCurrentPages: () => this.pages,
      wx: this.wechat(),
    }
    world['globalThis'] = world
    world['global'] = world
    this.context = createContext(world)
  }

  launch(): void {
    this.run('app.js')
    const options = { path: 'pages/home/index', query: {}, scene: 1001 }
    this.app['onLaunch']?.(options)
    this.app['onShow']?.(options)
  }

  /** Opens a page as WeChat would: its script, then its life. */
  open(url: string): PageInstance {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?')
    this.modules.delete(`${path}.js`)
    this.run(`${path}.js`)
    const page = this.registered
    if (!page) throw new Error(`${path} registered no page`)
    const instance: PageInstance = Object.assign(Object.create(page) as PageInstance, {
      route: path,
      __route__: path,
      data: structuredClone(page.data),
      setData: (changes: Record<string, unknown>, done?: () => void) => {
        for (const [at, value] of Object.entries(changes)) assign(instance.data, at, value)
        done?.()
      },
      selectComponent: () => null,
    })
    this.pages.push(instance)
    call(instance, 'onLoad', Object.fromEntries(new URLSearchParams(query)))
    call(instance, 'onShow')
    call(instance, 'onReady')
    return instance
  }

  texts(page: PageInstance): string {
    return nodes(page.data.root)
      .map((node) => node.v)
      .filter((text) => text !== undefined)
      .join('')
  }

  /** Taps what carries this text: the event goes to the nearest node that listens, as in WeChat. */
  tap(page: PageInstance, text: string): void {
    const path = pathTo(page.data.root, (node) => node.v === text)
    const sid = path.findLast((node) => node['role'] === 'button')?.sid
    const handler = page['eh'] as ((event: unknown) => void) | undefined
    if (!sid || !handler) throw new Error(`nothing to tap says “${text}”; shown: ${this.texts(page)}`)
    const target = { dataset: { sid }, id: sid }
    handler.call(page, {
      type: 'tap',
      target,
      currentTarget: target,
      mark: {},
      detail: {},
      timeStamp: Date.now(),
      touches: [],
      changedTouches: [],
    })
  }

  input(page: PageInstance, hint: string, value: string): void {
    const [field] = nodes(page.data.root).filter((node) => Object.values(node).includes(hint))
    const handler = page['eh'] as ((event: unknown) => void) | undefined
    if (!field?.sid || !handler) throw new Error(`no field hints “${hint}”`)
    const target = { dataset: { sid: field.sid }, id: field.sid }
    handler.call(page, { type: 'input', target, currentTarget: target, mark: {}, detail: { value }, timeStamp: Date.now() })
  }

  private run(path: string): unknown {
    const known = this.modules.get(path)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.modules.set(path, module)
    const source = readFileSync(join(root, path), 'utf8')
    const wrapped = new Script(`(function (require, module, exports, wx) {${source}\n})`, { filename: path }).runInContext(
      this.context,
    ) as (...parts: unknown[]) => void
    const require = (name: string) => this.run(normalize(join(dirname(path), name.endsWith('.js') ? name : `${name}.js`)))
    wrapped(require, module, module.exports, this.context['wx'])
    return module.exports
  }

  private wechat(): Record<string, unknown> {
    const system = {
      SDKVersion: '3.5.0',
      platform: 'ios',
      system: 'iOS 18',
      language: 'zh_CN',
      windowWidth: 375,
      windowHeight: 667,
      pixelRatio: 2,
      fontSizeSetting: 16,
    }
    const answered = (result: Record<string, unknown>) => (options: WxCall) => {
      options.success?.({ errMsg: 'ok', ...result })
      options.complete?.({})
    }
    return {
      ...Object.fromEntries(
        ['getSystemInfoSync', 'getAppBaseInfo', 'getWindowInfo', 'getDeviceInfo', 'getSystemSetting'].map((name) => [
          name,
          () => system,
        ]),
      ),
      env: { USER_DATA_PATH: 'wxfile://usr' },
      canIUse: () => true,
      nextTick: (run: () => void) => setTimeout(run, 0),
      getLaunchOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
      getEnterOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
      getStorageSync: (key: string) => structuredClone(this.storage.get(key)) ?? '',
      setStorageSync: (key: string, value: unknown) => void this.storage.set(key, structuredClone(value)),
      removeStorageSync: (key: string) => void this.storage.delete(key),
      onNetworkStatusChange: () => undefined,
      offNetworkStatusChange: () => undefined,
      onNeedPrivacyAuthorization: () => undefined,
      login: answered({ code: 'wechat-code' }),
      showToast: (options: WxCall) => {
        this.toasts.push(String(options['title']))
        options.success?.({})
      },
      showModal: (options: WxCall) => {
        this.modals.push(options)
        options.success?.({ confirm: true, cancel: false })
      },
      setNavigationBarTitle: answered({}),
      stopPullDownRefresh: answered({}),
      requestSubscribeMessage: (options: WxCall) => {
        const ids = options['tmplIds'] as string[]
        this.subscribed.push([...ids])
        options.success?.({ errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(ids.map((id) => [id, 'accept'])) })
      },
      requestPayment: (options: WxCall) => {
        this.payments.push(options)
        const result = { errMsg: `requestPayment:${this.paymentAnswer}` }
        if (this.paymentAnswer === 'ok') options.success?.(result)
        else options.fail?.(result)
      },
      ...Object.fromEntries(
        ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab'].map((name) => [
          name,
          (options: WxCall) => {
            this.navigated.push(String(options['url']))
            options.success?.({})
          },
        ]),
      ),
      getFileSystemManager: () => ({ accessSync: () => undefined, saveFileSync: () => undefined, unlinkSync: () => undefined }),
      request: (options: WxCall) => {
        void this.answer(options)
        return { abort: () => undefined }
      },
    }
  }

  private async answer(options: WxCall): Promise<void> {
    const url = new URL(String(options['url']))
    const text = options['data'] as string | undefined
    if (!this.online) {
      options.fail?.({ errMsg: 'request:fail' })
      return options.complete?.({})
    }
    const answer = await this.server({
      method: String(options['method']),
      path: url.pathname + url.search,
      body: text ? JSON.parse(text) : undefined,
      headers: options['header'] as Record<string, string>,
    })
    options.success?.({
      errMsg: 'request:ok',
      statusCode: answer.status,
      data: answer.body === undefined ? '' : JSON.stringify(answer.body),
      header: {},
    })
    options.complete?.({})
  }
}

function call(page: PageInstance, method: string, options?: unknown): void {
  const run = page[method] as ((this: PageInstance, options?: unknown) => void) | undefined
  run?.call(page, options)
}

/** `root.cn.[0].cn` and the like, as WeChat's setData takes them. */
function assign(data: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  const last = steps.pop() as string
  const owner = steps.reduce<Record<string, unknown>>((at, step) => (at[step] ??= {}) as Record<string, unknown>, data)
  owner[last] = value
}

function nodes(node: Node | undefined): Node[] {
  return node ? [node, ...Object.values(node.cn ?? []).flatMap(nodes)] : []
}

function pathTo(node: Node | undefined, wanted: (node: Node) => boolean): Node[] {
  if (!node) return []
  if (wanted(node)) return [node]
  for (const child of Object.values(node.cn ?? [])) {
    const found = pathTo(child, wanted)
    if (found.length > 0) return [node, ...found]
  }
  return []
}
