import type { FastifyInstance } from 'fastify'
import { faultKinds } from './faults/faults.ts'
import type { FaultOrder } from './faults/faults.ts'
import type { Suggest } from './content-checks/planted-words.ts'
import { payErrors } from './pay/pay-error.ts'
import { errorTexts } from './wechat-error.ts'
import type { World } from './world.ts'

/** The strings by which a test or the inspection page moves this world. */
export function controlRoutes(app: FastifyInstance, world: World): void {
  const errcodes = {
    ...errorTexts,
    ...Object.fromEntries(Object.entries(payErrors).map(([code, status]) => [code, `HTTP ${status}`])),
  }
  app.get('/sandbox/faults', async () => ({ faults: world.faults.all(), kinds: faultKinds, errcodes }))
  app.post<{ Body: FaultOrder | null }>('/sandbox/faults', async (request, reply) => {
    try {
      return await reply.code(201).send(world.faults.order(request.body ?? {}))
    } catch (error) {
      return reply.code(400).send({ error: error instanceof Error ? error.message : 'not understood' })
    }
  })
  app.delete('/sandbox/faults', async (_request, reply) => {
    world.faults.clear()
    return reply.code(204).send()
  })
  app.delete<{ Params: { id: string } }>('/sandbox/faults/:id', async (request, reply) => {
    world.faults.clear(Number(request.params.id))
    return reply.code(204).send()
  })

  app.get<{ Querystring: { after?: string; endpoint?: string } }>('/sandbox/calls', async (request) => {
    const after = Number(request.query.after ?? 0)
    const { endpoint } = request.query
    return world.calls.all().filter((call) => call.id > after && (!endpoint || call.endpoint === endpoint))
  })
  app.delete('/sandbox/calls', async (_request, reply) => {
    world.calls.clear()
    return reply.code(204).send()
  })

  app.get('/sandbox/clock', async () => ({ now: world.clock.iso(), aheadMs: world.clock.aheadMs() }))
  app.post<{ Body: { advanceMs: number } }>('/sandbox/clock', async (request, reply) => {
    if (!Number.isFinite(request.body?.advanceMs)) return reply.code(400).send({ error: 'advanceMs is missing' })
    world.clock.advance(request.body.advanceMs)
    return { now: world.clock.iso() }
  })

  app.delete('/sandbox/clock', async (_request, reply) => {
    world.clock.backToNow()
    return reply.code(204).send()
  })

  app.get('/sandbox/grants', async () => world.grants.all())
  app.get('/sandbox/templates', async () => world.templates.all())
  app.get('/sandbox/sms', async () => world.textMessages.all())
  app.get('/sandbox/group-messages', async () => world.groupChats.all())
  app.get('/sandbox/mails', async () => world.mail.all())
  app.post<{ Body: { down: boolean } }>('/sandbox/mail-server', async (request, reply) => {
    await (request.body?.down ? world.mail.down() : world.mail.up())
    return reply.code(204).send()
  })
  app.get('/sandbox/mailbox', async () => world.mailbox.letters())
  app.post<{ Body: { to: string; raw: string } }>('/sandbox/mailbox', async ({ body }, reply) => {
    if (!world.mailbox.takes(body?.to ?? '')) return reply.code(400).send({ error: `to must be of ${world.mailbox.domain}` })
    world.mailbox.deliver(body.to, Buffer.from(body.raw))
    return reply.code(204).send()
  })
  app.post<{ Body: { down: boolean } }>('/sandbox/mailbox-server', async (request, reply) => {
    await (request.body?.down ? world.mailbox.down() : world.mailbox.up())
    return reply.code(204).send()
  })
  app.get('/sandbox/tokens', async () => world.tokens.view())
  app.delete('/sandbox/tokens', async (_request, reply) => {
    world.tokens.revoke()
    return reply.code(204).send()
  })
  app.post<{ Body: { suggest: Suggest; times?: number } }>('/sandbox/media-verdicts', async (request, reply) => {
    if (!['pass', 'review', 'risky'].includes(request.body?.suggest))
      return reply.code(400).send({ error: 'suggest must be pass, review or risky' })
    world.mediaChecks.plant(request.body.suggest, request.body.times ?? 1)
    return reply.code(204).send()
  })
  app.get('/sandbox/events', async () => ({ waiting: world.events.waiting() }))
  app.put<{ Body: { url: string } }>('/sandbox/server', async (request, reply) => {
    world.events.connect(request.body.url)
    return reply.code(204).send()
  })
}
