import { randomUUID } from 'node:crypto'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { INestApplicationContext } from '@nestjs/common'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { Config } from './platform/config/index.ts'
import { ProblemFilter, refuseOversized, validation } from './platform/http/index.ts'
import { Jobs } from './platform/jobs/index.ts'
import { OutboxRelay } from './platform/outbox/index.ts'
import { requestSeconds } from './platform/telemetry/index.ts'

const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/
const LARGEST_JSON_BYTES = 1024 * 1024

const refusals = new ProblemFilter()

/** The HTTP server under Nest; a caller's trace is continued, else one begins here. */
export function httpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: LARGEST_JSON_BYTES,
    trustProxy: 'loopback, linklocal, uniquelocal',
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => refusals.answer(error, request, reply),
    genReqId: (request: { headers: Record<string, unknown> }) =>
      TRACEPARENT.exec(String(request.headers.traceparent ?? ''))?.[1] ?? randomUUID().replaceAll('-', ''),
  })
}

/** What every server of ours has, whoever starts it: problems, validation, headers, metrics. */
export async function outfit(app: NestFastifyApplication, config: Config): Promise<void> {
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics'] })
  app.useGlobalFilters(refusals)
  app.useGlobalPipes(validation())
  await app.register(helmet as never, { crossOriginResourcePolicy: { policy: 'cross-origin' } } as never)
  await app.register(
    cors as never,
    { origin: config.CORS_ORIGINS, exposedHeaders: ['x-trace-id', 'retry-after'], maxAge: 600 } as never,
  )
  const server = app.getHttpAdapter().getInstance()
  server.addHook('onRoute', (route: RouteOptions) => {
    route.errorHandler = (error, request, reply) => refusals.answer(error, request, reply)
  })
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    void reply.header('x-trace-id', request.id)
  })
  server.addHook('preValidation', async (request: FastifyRequest) => {
    if (!request.isMultipart?.()) refuseOversized(request.body)
  })
  server.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const route = request.routeOptions.url ?? 'unknown'
    requestSeconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.enableShutdownHooks()
}

/** Starts what runs by itself, where this process is to work. */
export function startWork(app: INestApplicationContext, config: Config): void {
  if (config.ROLE === 'api') return
  app.get(OutboxRelay).start()
  app.get(Jobs).start()
}
