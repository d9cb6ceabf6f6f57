import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { faultHooks, faultOf } from '../faults/faults.hooks.ts'
import type { World } from '../world.ts'
import { billRoutes } from './bills.routes.ts'
import { certificateRoutes } from './certificates.routes.ts'
import { orderRoutes } from './orders.routes.ts'
import { isPayErrorCode, PayError } from './pay-error.ts'
import { refundRoutes } from './refunds.routes.ts'
import { callerOf, checkSignature } from './request-signature.ts'
import { lines, newNonce, signatureOf } from './signing.ts'

const started = new WeakMap<FastifyRequest, number>()
const answers = new WeakMap<FastifyRequest, unknown>()

/** The part that api.mch.weixin.qq.com plays: every request is signed by a merchant, every answer by WeChat. */
export async function payServers(app: FastifyInstance, { world }: { world: World }): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.addHook('onRequest', async (request) => {
    started.set(request, performance.now())
  })
  app.addHook('preHandler', async (request) => {
    checkSignature(request, world)
  })
  faultHooks(app, world, ({ errcode, errmsg }) =>
    isPayErrorCode(errcode) ? new PayError(errcode, errmsg) : new PayError('SYSTEM_ERROR', errmsg),
  )
  app.addHook('onSend', async (request, reply, payload) => {
    answers.set(request, payload)
    void reply.header('request-id', `08${newNonce(30)}`)
    sign(request, reply, payload, world)
    return payload
  })
  app.addHook('onResponse', async (request, reply) => {
    const fault = faultOf(request)?.kind ?? null
    if (fault !== 'lost')
      world.calls.record(request, reply.statusCode, answers.get(request), fault, performance.now() - (started.get(request) ?? 0))
    void world.file.save()
  })
  app.setErrorHandler(async (error, _request, reply) => {
    const refusal = error instanceof PayError ? error : new PayError('SYSTEM_ERROR')
    return reply.code(refusal.status).type('application/json; charset=utf-8').send(JSON.stringify(refusal.answer()))
  })

  certificateRoutes(app, world)
  orderRoutes(app, world)
  refundRoutes(app, world)
  billRoutes(app, world)
}

/** The content of a bill alone goes out unsigned; a faulty server in between signs nothing either. */
function sign(request: FastifyRequest, reply: FastifyReply, payload: unknown, world: World): void {
  const merchant = callerOf(request)
  const broken = ['html', '5xx'].includes(faultOf(request)?.kind ?? '')
  if (!merchant || broken || request.routeOptions.url === '/v3/billdownload/file') return
  const wanted = request.headers['wechatpay-serial']
  const { serial, privateKeyPem } = world.pay.keys.signerFor(merchant, 'answer', typeof wanted === 'string' ? wanted : undefined)
  const timestamp = String(Math.floor(world.pay.clock.now() / 1000))
  const nonce = newNonce()
  const body = typeof payload === 'string' ? payload : ''
  const bad = faultOf(request)?.kind === 'wrong-signature'
  void reply.headers({
    'wechatpay-nonce': nonce,
    'wechatpay-serial': serial,
    'wechatpay-signature': signatureOf(lines(timestamp, nonce, bad ? `${body} ` : body), privateKeyPem),
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
    'wechatpay-timestamp': timestamp,
  })
}
