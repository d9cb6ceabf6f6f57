import type { FastifyInstance } from 'fastify'
import type { World } from '../world.ts'
import { readPayment, wrongPasswords } from './phone-pay.ts'
import type { PaymentAsked } from './phone-pay.ts'

type OnPhone<Body> = { Params: { id: string }; Body: Body }

/** The pay sheet of a phone: what it shows, and what becomes of the password. */
export function phonePayRoutes(app: FastifyInstance, world: World): void {
  const { pay } = world
  app.post<OnPhone<PaymentAsked>>('/sandbox/phones/:id/payments/sheet', async (request, reply) => {
    const phone = world.phones.byId(request.params.id)
    if (!phone) return reply.code(404).send({ error: 'no such phone' })
    return { ...readPayment(pay, world.settings.appId, phone, request.body), wrongPasswords }
  })

  app.post<OnPhone<PaymentAsked & { password: string }>>('/sandbox/phones/:id/payments', async (request, reply) => {
    const phone = world.phones.byId(request.params.id)
    if (!phone) return reply.code(404).send({ error: 'no such phone' })
    const { password, ...asked } = request.body
    const sheet = readPayment(pay, world.settings.appId, phone, asked)
    if ('errMsg' in sheet) return sheet
    if (!/^\d{6}$/.test(password) || wrongPasswords.includes(password)) return { wrongPassword: true }
    pay.payAs(phone.openid, sheet.prepayId)
    return { errMsg: 'requestPayment:ok' }
  })
}
