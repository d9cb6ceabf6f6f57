import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { PinoLogger } from 'nestjs-pino'

const traces = new AsyncLocalStorage<string>()

/** The trace of the request being answered, for whatever is logged meanwhile. */
export function currentTrace(): string | undefined {
  return traces.getStore()
}

const ASKED_BY_MACHINES = /^\/(health|metrics)/

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The path with its ids; tokens of codes and invitations let in who reads them, and words may be anybody's name. */
function pathOf({ url, routeOptions, params }: FastifyRequest): string | undefined {
  const given = (params ?? {}) as Record<string, string>
  if (!routeOptions.url) return url.split('?')[0]
  return routeOptions.url.replace(/:(\w+)/g, (named, name: string) => (uuid.test(given[name] ?? '') ? given[name]! : named))
}

/** One line for every answer: what was asked, without its query string, and how it went. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _, done) => traces.run(request.id, done))
  server.addHook('onResponse', (request, reply, done) => {
    const log = PinoLogger.root
    if (log.isLevelEnabled('info') && !ASKED_BY_MACHINES.test(request.url)) {
      const req = { method: request.method, path: pathOf(request) }
      const answer = { req, res: { status: reply.statusCode }, responseTime: Math.round(reply.elapsedTime) }
      log.info({ traceId: request.id, ...answer }, reply.statusCode < 500 ? 'request completed' : 'request errored')
    }
    done()
  })
}
