import type { FastifyInstance } from 'fastify'
import type { World } from '../world.ts'
import { cardOf } from './merchant-card.ts'
import { refundOutcomes } from './refunds.ts'
import type { RefundOutcome } from './refunds.ts'
import { keyModes } from './merchants.ts'
import type { KeyMode, MerchantOrder } from './merchants.ts'

type ByMchid = { Params: { mchid: string } }

/** The strings by which a test or a person moves WeChat Pay. Merchants' keys are told to this very machine alone. */
export function payControlRoutes(app: FastifyInstance, world: World): void {
  const { pay } = world
  app.addHook('onRequest', async (request, reply) => {
    const near = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)
    // A page of the web asks through a browser on this machine: it says where it comes from.
    if (!near || request.headers.origin !== undefined) return reply.code(403).send({ error: 'only for programs on this machine' })
  })

  app.get('/control/pay/merchants', async () => pay.merchants.all().map((merchant) => cardOf(pay, merchant)))
  app.post<{ Body: MerchantOrder }>('/control/pay/merchants', async (request, reply) => {
    if (!/^\d{8,10}$/.test(request.body?.mchid ?? '')) return reply.code(400).send({ error: 'mchid must be eight to ten digits' })
    return reply.code(201).send(cardOf(pay, pay.merchants.add(request.body)))
  })
  app.put<ByMchid & { Body: { keyMode?: KeyMode; withdrawnFen?: number } }>(
    '/control/pay/merchants/:mchid',
    async (request, reply) => {
      const { keyMode, withdrawnFen } = request.body
      if (keyMode !== undefined && !Object.hasOwn(keyModes, keyMode)) return reply.code(400).send({ error: 'no such keyMode' })
      const change = { ...(keyMode ? { keyMode } : {}), ...(withdrawnFen === undefined ? {} : { withdrawnFen }) }
      const merchant = pay.merchants.change(request.params.mchid, change)
      return merchant ? cardOf(pay, merchant) : reply.code(404).send({ error: 'no such merchant' })
    },
  )
  app.post('/control/pay/certificates', async (_request, reply) => {
    const { serialNo, certificatePem } = pay.keys.renew()
    return reply.code(201).send({ serialNo, certificatePem })
  })

  app.get('/control/pay/orders', async () => pay.orders.all())
  app.post<{ Body: { prepayId: string; phone: string } }>('/control/pay/payments', async (request, reply) => {
    const phone = world.phones.byId(request.body.phone)
    const hindrance = phone ? pay.orders.hindrance(request.body.prepayId, phone.openid) : 'no such phone'
    if (!phone || hindrance) return reply.code(409).send({ error: hindrance })
    return reply.code(201).send(pay.payAs(phone.openid, request.body.prepayId))
  })
  app.post<{ Body: { mchid: string; outTradeNo: string } }>('/control/pay/late-payments', async (request, reply) => {
    const { mchid, outTradeNo } = request.body
    return reply.code(201).send(pay.payLate(mchid, outTradeNo))
  })

  app.get('/control/pay/refunds', async () => pay.refunds.all())
  app.post<{ Body: { outcomes: RefundOutcome[] } }>('/control/pay/refund-outcomes', async (request, reply) => {
    const { outcomes } = request.body
    if (!outcomes.every((outcome) => refundOutcomes.includes(outcome))) return reply.code(400).send({ error: 'no such outcome' })
    pay.planRefunds(...outcomes)
    return reply.code(204).send()
  })

  app.get('/control/pay/notices', async () => pay.notices.all())
  app.put<{ Body: { pace: number } }>('/control/pay/notices', async (request, reply) => {
    if (!(request.body?.pace >= 0)) return reply.code(400).send({ error: 'pace must be a number from 0' })
    pay.notices.setPace(request.body.pace)
    return reply.code(204).send()
  })
  app.post<{ Params: { about: string } }>('/control/pay/notices/:about', async (request) => ({
    told: pay.notices.again(request.params.about),
  }))
  app.post<{ Params: { about: string } }>('/control/pay/notices/:about/probe', async (request) => ({
    answered: await pay.notices.probe(request.params.about),
  }))
}
