import type { FastifyInstance } from 'fastify'
import type { World } from '../world.ts'
import { refundAnswer } from './answers.ts'
import { payBody } from './pay-body.ts'
import { RefundRates } from './refund-rates.ts'
import { readRefund, subMchidOf } from './refund-request.ts'
import { signerOf } from './request-signature.ts'

const path = '/v3/refund/domestic/refunds'

export function refundRoutes(app: FastifyInstance, world: World): void {
  const rates = new RefundRates()
  app.post(path, async (request) => {
    const merchant = signerOf(request)
    rates.countAsked(merchant.mchid)
    try {
      return refundAnswer(world.pay.refund(readRefund(payBody(request), merchant)))
    } catch (refusal) {
      rates.countRefused(merchant.mchid)
      throw refusal
    }
  })

  app.get<{ Params: { number: string }; Querystring: { sub_mchid?: string } }>(`${path}/:number`, async (request) => {
    const merchant = signerOf(request)
    const subMchid = subMchidOf(request.query.sub_mchid, merchant)
    return refundAnswer(world.pay.refunds.byNumber(merchant.mchid, subMchid, request.params.number))
  })
}
