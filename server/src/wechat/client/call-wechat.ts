import { wechatCalls } from '../../platform/telemetry/metrics.ts'
import { callOver } from './http-call.ts'
import { refusalOf, unavailable, type WechatError } from './wechat-error.ts'

export interface WechatCall {
  endpoint: string
  query?: Record<string, string>
  /** Sent as JSON by POST; without it the call is a GET. */
  body?: Record<string, unknown>
}

export interface WechatServer {
  origin: string
  timeoutMs: number
}

export interface Picture {
  bytes: Buffer
  contentType: string
}

/** Before the request is on its way nothing can have happened. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/**
 * One call to WeChat, which answers HTTP 200 with an `errcode` for almost every failure.
 * @throws WechatError for everything but WeChat's own "fine".
 */
export async function callWechat(server: WechatServer, call: WechatCall): Promise<Record<string, unknown> | Picture> {
  try {
    const answer = await ask(server, call)
    wechatCalls.inc({ endpoint: call.endpoint, errcode: '0' })
    return answer
  } catch (error) {
    const { errcode, kind } = error as WechatError
    wechatCalls.inc({ endpoint: call.endpoint, errcode: errcode === null ? kind : String(errcode) })
    throw error
  }
}

async function ask(server: WechatServer, { endpoint, query = {}, body }: WechatCall): Promise<Record<string, unknown> | Picture> {
  const { status, contentType, bytes } = await callOver({
    origin: server.origin,
    path: `${endpoint}?${new URLSearchParams(query).toString()}`,
    timeoutMs: server.timeoutMs,
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch((error: Error) => {
    throw noAnswer(endpoint, error)
  })
  if (status < 200 || status > 299) throw unavailable(endpoint, `HTTP ${status}`, true)
  if (contentType.startsWith('image/')) return { bytes, contentType }
  const answer = read(bytes)
  if (!answer) throw unavailable(endpoint, 'the answer is not JSON', true)
  if (typeof answer.errcode === 'number' && answer.errcode !== 0)
    throw refusalOf(endpoint, answer.errcode, String(answer.errmsg ?? ''))
  return answer
}

function noAnswer(endpoint: string, error: Error): WechatError {
  const { name, code } = error as Error & { code?: string }
  return unavailable(endpoint, name === 'TimeoutError' ? 'no answer in time' : (code ?? 'no answer'), !NEVER_SENT.has(code ?? ''))
}

/** Message ids are longer than JavaScript's exact integers, so long numbers are kept as they are written. */
function read(bytes: Buffer): Record<string, unknown> | null {
  const keepLong = (_: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^\d+$/.test(context?.source ?? '') ? context?.source : value
  try {
    const answer = JSON.parse(bytes.toString('utf8'), keepLong as (key: string, value: unknown) => unknown) as unknown
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : null
  } catch {
    return null
  }
}
