import { createRequire } from 'node:module'

export interface Load {
  /** Requests answered per second. */
  rate: number
  /** Milliseconds of every request. */
  latencies: number[]
}

export interface Shot {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
}

interface Run extends PromiseLike<unknown> {
  on(event: 'response', heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void): void
}
type Autocannon = (options: object) => Run

const autocannon = createRequire(import.meta.url)('autocannon') as Autocannon

export const CONNECTIONS = 32

/**
 * Keeps the connections busy for so long, or asks so often and no more; each request another shot.
 * @throws Error when a request is not answered well: a refusal is fast, and would look like speed.
 */
export async function fire(
  url: string,
  seconds: number,
  nextShot: () => Shot,
  { perSecond }: { perSecond?: number } = {},
): Promise<Load> {
  const latencies: number[] = []
  const refusals = new Map<number, number>()
  const run = autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    ...(perSecond ? { overallRate: perSecond } : {}),
    requests: [{ setupRequest: (request: object) => Object.assign(request, nextShot()) }],
  })
  const begun = performance.now()
  let last = begun
  run.on('response', (_, status, __, milliseconds) => {
    last = performance.now()
    if (status >= 200 && status < 300) latencies.push(milliseconds)
    else refusals.set(status, (refusals.get(status) ?? 0) + 1)
  })
  await run
  if (refusals.size > 0) throw new Error(`${url} refused: ${[...refusals].map(([status, n]) => `${n} × ${status}`).join(', ')}`)
  if (latencies.length === 0) throw new Error(`${url} answered nothing`)
  return { rate: latencies.length / ((last - begun) / 1000), latencies }
}
