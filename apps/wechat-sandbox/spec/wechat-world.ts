import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { createSandbox, demonstrationTemplates } from '../src/index.ts'
import type { Phone, Sandbox, SandboxOptions } from '../src/index.ts'

export const appId = 'wx1234567890abcdef'
export const appSecret = 'f00dfeedf00dfeedf00dfeedf00dfeed'
export const messageToken = 'push-token'
export const lin: Phone = { id: 'lin', who: 'resident', name: '林晓梅', openid: 'oTEST_lin', phoneNumber: '13800010001' }
export const zhang: Phone = { id: 'zhang', who: 'staff', name: '张建国', openid: 'oTEST_zhang', phoneNumber: '13900020001' }
export const progress = demonstrationTemplates['repair-progress'] as string
export const finished = demonstrationTemplates['repair-finished'] as string

export const progressValues = {
  character_string1: { value: 'BX20261121-0007' },
  thing2: { value: '3号楼2单元601' },
  phrase3: { value: '已接单' },
  thing4: { value: '张建国已接单' },
  time5: { value: '2026年11月21日 10:05' },
}

export interface Answered {
  status: number
  type: string
  bytes: Buffer
  text: string
  json: Record<string, unknown> & { errcode?: number; errmsg?: string }
}

/** A sandbox on a free port, and the few things every story needs. */
export class WechatWorld {
  sandbox!: Sandbox
  url = ''
  token = ''

  async open(options: SandboxOptions = {}): Promise<this> {
    this.sandbox = createSandbox({ appId, appSecret, messageToken, phones: [lin, zhang], smsKey: 'sms-key', ...options })
    this.url = await this.sandbox.listen()
    return this
  }

  close(): Promise<void> {
    return this.sandbox.close()
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = bytes.toString('utf8')
    const json = text.startsWith('{') ? (JSON.parse(text) as Answered['json']) : {}
    return { status: response.status, type: response.headers.get('content-type') ?? '', bytes, text, json }
  }

  async signIn(): Promise<void> {
    const { json } = await this.askToken()
    this.token = String(json.access_token)
  }

  askToken(force = false): Promise<Answered> {
    return this.ask('POST', '/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: appId,
      secret: appSecret,
      ...(force ? { force_refresh: true } : {}),
    })
  }

  post(path: string, body: unknown, token = this.token): Promise<Answered> {
    return this.ask('POST', `${path}?access_token=${encodeURIComponent(token)}`, body)
  }

  async loginCode(phone: string): Promise<string> {
    return String((await this.ask('POST', `/sandbox/phones/${phone}/login-codes`, {})).json.code)
  }

  login(code: string, more: Record<string, string> = {}): Promise<Answered> {
    const query = { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code', ...more }
    return this.ask('GET', `/sns/jscode2session?${new URLSearchParams(query)}`)
  }

  consent(phone: string, answers: Record<string, string>, always = false): Promise<Answered> {
    return this.ask('POST', `/sandbox/phones/${phone}/subscriptions`, { answers, always })
  }

  sendProgress(
    values: Record<string, { value: unknown }> = progressValues,
    more: Record<string, unknown> = {},
  ): Promise<Answered> {
    return this.post('/cgi-bin/message/subscribe/send', {
      touser: lin.openid,
      template_id: progress,
      page: 'pages/repair/index?communityId=1&id=2',
      data: values,
      miniprogram_state: 'formal',
      lang: 'zh_CN',
      ...more,
    })
  }

  order(fault: Record<string, unknown>): Promise<Answered> {
    return this.ask('POST', '/sandbox/faults', fault)
  }

  /** Quotas count by the minute and by the day: a story that counts begins at the start of a Beijing day. */
  async beginDay(): Promise<void> {
    const { json } = await this.ask('GET', '/sandbox/clock')
    const sinceMidnight = (Date.parse(String(json.now)) / 1000 + 8 * 3600) % 86_400
    await this.advance(86_401 - sinceMidnight)
  }

  advance(seconds: number): Promise<Answered> {
    return this.ask('POST', '/sandbox/clock', { advanceMs: seconds * 1000 })
  }
}

export interface Pushed {
  query: URLSearchParams
  event: Record<string, unknown>
}

/** The server's side of the message push. */
export class EventListener {
  readonly pushed: Pushed[] = []
  url = ''
  answerStatus = 200
  path = '/wechat/events'
  #server = createServer((request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://listener')
    void readText(request).then((text) => {
      if (pathname !== this.path) return response.writeHead(404).end('nothing here')
      if (request.method === 'GET') return response.end(query.get('echostr'))
      this.pushed.push({ query, event: JSON.parse(text) as Record<string, unknown> })
      return response.writeHead(this.answerStatus).end('success')
    })
  })

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(this.#server.address() as { port: number }).port}`
    return this
  }

  named(name: string): Pushed[] {
    return this.pushed.filter(({ event }) => event.Event === name)
  }

  close(): Promise<void> {
    this.#server.closeAllConnections()
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 15_000
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('it did not come true within fifteen seconds')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
