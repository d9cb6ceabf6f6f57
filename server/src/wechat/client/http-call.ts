import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http'
import { Agent as SafeAgent, request as safeRequest } from 'node:https'

export interface HttpAnswer {
  status: number
  contentType: string
  bytes: Buffer
}

/** Lines are kept open: a push to a hundred thousand is not a hundred thousand handshakes. */
const plain = new PlainAgent({ keepAlive: true })
const safe = new SafeAgent({ keepAlive: true })

/**
 * One call over a line that is kept open; half the work of `fetch`. Whoever sends us elsewhere is not followed.
 * @throws Error with a `code` where the line broke; TimeoutError when there is no whole answer in time
 */
export function callOver(url: URL, { body, timeoutMs }: { body?: string; timeoutMs: number }): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const options = {
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }),
    }
    const heard = (answer: IncomingMessage) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          contentType: answer.headers['content-type'] ?? '',
          bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts),
        }),
      )
    }
    const sent =
      url.protocol === 'https:'
        ? safeRequest(url, { ...options, agent: safe }, heard)
        : plainRequest(url, { ...options, agent: plain }, heard)
    sent.on('error', reject)
    sent.end(body)
  })
}
