import { Agent, request } from 'undici'
import { wechatCalls } from '../../platform/telemetry/metrics.ts'
import { PayError, refusalOf, unanswered } from './pay-error.ts'
import type { PlatformKey } from './pay-merchant.ts'
import { NotBelieved, verify, type HeaderLines } from './signed-message.ts'

export interface PayServer {
  /** scheme, host and port */
  origin: string
  timeoutMs: number
}

export interface PayCall {
  method: 'GET' | 'POST'
  /** with its query, as it is signed */
  path: string
  /** as it is signed */
  body?: string
  authorization: string
  keys: readonly PlatformKey[]
  keySerial: string
  now: Date
}

const lines = new Agent({ pipelining: 1 })
const LARGEST_ANSWER_BYTES = 1024 * 1024

/**
 * One call to WeChat Pay. Its answer is believed by its signature over the raw bytes; a refusal, which not every gateway of
 * WeChat's signs, is believed when it is unsigned, but not when it is signed wrongly. Nobody's redirect is followed.
 * @throws PayError
 */
export async function callPay(server: PayServer, call: PayCall): Promise<Record<string, unknown>> {
  const endpoint = nameOf(call.path)
  try {
    const answer = await ask(server, call)
    wechatCalls.inc({ endpoint, errcode: '0' })
    return answer
  } catch (error) {
    wechatCalls.inc({ endpoint, errcode: error instanceof PayError ? (error.code ?? error.kind) : 'unavailable' })
    throw error
  }
}

async function ask(server: PayServer, call: PayCall): Promise<Record<string, unknown>> {
  const { status, headers, bytes } = await exchange(server, call, LARGEST_ANSWER_BYTES)
  const isFine = status >= 200 && status <= 299
  if (isFine || isSigned(headers)) believe(call, headers, bytes)
  const answer = read(bytes)
  if (!isFine) throw refusalOf(call.path, status, String(answer?.code ?? `HTTP ${status}`), String(answer?.message ?? ''))
  if (!answer) throw unanswered(call.path, 'the answer is not JSON')
  return answer
}

function believe({ path, keys, now }: PayCall, headers: HeaderLines, bytes: Buffer): void {
  try {
    verify({ headers, body: bytes }, keys, now)
  } catch (error) {
    throw error instanceof NotBelieved ? unanswered(path, error.message) : error
  }
}

const isSigned = (headers: HeaderLines): boolean => headers.some((name, at) => at % 2 === 0 && name === 'wechatpay-signature')

/** The file behind a bill's address. WeChat does not sign it; its digest stands in the answer that named the address. */
export async function download(server: PayServer, call: PayCall, largestBytes: number): Promise<Buffer> {
  const { status, bytes } = await exchange(server, call, largestBytes)
  if (status === 200) return bytes
  const answer = read(bytes)
  throw refusalOf(call.path, status, String(answer?.code ?? `HTTP ${status}`), String(answer?.message ?? ''))
}

interface Exchanged {
  status: number
  headers: HeaderLines
  bytes: Buffer
}

async function exchange({ origin, timeoutMs }: PayServer, call: PayCall, largestBytes: number): Promise<Exchanged> {
  const { method, path, body, authorization, keySerial } = call
  try {
    const answer = await request(`${origin}${path}`, {
      method,
      dispatcher: lines,
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json',
        'user-agent': 'yinuo-server',
        authorization,
        'wechatpay-serial': keySerial,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body ?? null,
    })
    const parts: Buffer[] = []
    let size = 0
    for await (const part of answer.body) {
      size += (part as Buffer).length
      if (size > largestBytes) throw unanswered(path, 'the answer is too large')
      parts.push(part as Buffer)
    }
    return { status: answer.statusCode, headers: linesOf(answer.headers), bytes: Buffer.concat(parts) }
  } catch (error) {
    if (error instanceof PayError) throw error
    const { name, code } = error as Error & { code?: string }
    throw unanswered(path, name === 'TimeoutError' ? 'no answer in time' : (code ?? 'no answer'))
  }
}

const linesOf = (headers: Record<string, string | string[] | undefined>): string[] =>
  Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().flatMap((each) => [name, each]))

/** What closed has nothing to say and answers 204. */
function read(bytes: Buffer): Record<string, unknown> | null {
  if (bytes.length === 0) return {}
  try {
    const answer = JSON.parse(bytes.toString('utf8')) as unknown
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** The path without its query and numbers: few enough for a metric. */
const nameOf = (path: string): string => path.replace(/\?.*$/, '').replace(/\/(?=[0-9A-Za-z_-]*\d)[0-9A-Za-z_-]{6,}/g, '/*')
