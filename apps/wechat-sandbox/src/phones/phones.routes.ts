import type { FastifyInstance } from 'fastify'
import type { World } from '../world.ts'
import type { PhoneView } from './phones.ts'

type PhoneParams = { Params: { id: string } }

/** What a phone's WeChat app asks of WeChat: codes for the mini-program, the agreement, its settings. */
export function phoneRoutes(app: FastifyInstance, world: World): void {
  const phoneOf = (id: string): PhoneView => {
    const phone = world.phones.byId(id)
    if (!phone) throw Object.assign(new Error(`没有这部手机：${id}`), { statusCode: 404 })
    world.phones.touch(id)
    return phone
  }

  app.get('/sandbox/phones', async () => world.phones.all())
  app.post('/sandbox/phones', async (request, reply) => {
    const body = request.body as Partial<PhoneView> | null
    if (!body?.id) return reply.code(400).send({ error: 'id is missing' })
    return reply.code(201).send(world.phones.add({ ...body, id: body.id }))
  })

  app.post<PhoneParams>('/sandbox/phones/:id/login-codes', async (request) => {
    const phone = phoneOf(request.params.id)
    return { code: world.oneTimeCodes.issue('login', phone.id, world.settings.appId) }
  })

  app.post<PhoneParams & { Body: { appId?: string } | null }>('/sandbox/phones/:id/phone-codes', async (request) => {
    const phone = phoneOf(request.params.id)
    return { code: world.oneTimeCodes.issue('phone-number', phone.id, request.body?.appId ?? world.settings.appId) }
  })

  app.get<PhoneParams>('/sandbox/phones/:id/privacy', async (request) => {
    const phone = phoneOf(request.params.id)
    return { needAuthorization: !phone.privacyAgreed, privacyContractName: '《一诺物业小程序用户隐私保护指引》' }
  })
  app.put<PhoneParams & { Body: { agreed: boolean } }>('/sandbox/phones/:id/privacy', async (request, reply) => {
    world.phones.change(phoneOf(request.params.id).id, { privacyAgreed: request.body.agreed })
    return reply.code(204).send()
  })

  app.put<PhoneParams & { Body: { offline: boolean } }>('/sandbox/phones/:id/offline', async (request, reply) => {
    const { offline } = request.body
    world.phones.change(phoneOf(request.params.id).id, { offline })
    world.inboxes.signal(request.params.id, { kind: 'offline', offline })
    return reply.code(204).send()
  })
  app.put<PhoneParams & { Body: { on: boolean } }>('/sandbox/phones/:id/large-text', async (request, reply) => {
    const { on } = request.body
    world.phones.change(phoneOf(request.params.id).id, { largeText: on })
    world.inboxes.signal(request.params.id, { kind: 'large-text', on })
    return reply.code(204).send()
  })
  app.put<PhoneParams & { Body: { blocked: boolean } }>('/sandbox/phones/:id/blocked', async (request, reply) => {
    world.phones.change(phoneOf(request.params.id).id, { blocked: request.body.blocked })
    return reply.code(204).send()
  })

  app.get<PhoneParams>('/sandbox/phones/:id/inbox', async (request) => world.inboxes.of(phoneOf(request.params.id).id))
  app.post<PhoneParams & { Body: { path: string } }>('/sandbox/phones/:id/open', async (request) => {
    const heardBy = world.inboxes.signal(phoneOf(request.params.id).id, { kind: 'open', path: request.body.path })
    return { heardBy }
  })
  app.post<PhoneParams & { Body: { path: string } }>('/sandbox/phones/:id/scans', async (request, reply) => {
    const { path } = request.body
    world.scans.record(phoneOf(request.params.id).id, path, world.madeCodes.byPath(path))
    return reply.code(204).send()
  })
  app.post<PhoneParams>('/sandbox/phones/:id/scan', async (request) => {
    return { heardBy: world.inboxes.signal(phoneOf(request.params.id).id, { kind: 'scan' }) }
  })

  app.get<PhoneParams>('/sandbox/phones/:id/stream', (request, reply) => {
    const phone = phoneOf(request.params.id)
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    })
    reply.raw.write(': connected\n\n')
    const hangUp = world.inboxes.listen(phone.id, (happening) => reply.raw.write(`data: ${JSON.stringify(happening)}\n\n`))
    request.raw.on('close', hangUp)
  })
}
