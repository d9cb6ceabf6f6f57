import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { World } from '../world.ts'
import { transactionOf } from './answers.ts'
import type { Merchant } from './merchants.ts'
import { readOrder, subMerchantOf } from './order-request.ts'
import type { Merchantship } from './orders.ts'
import { payBody } from './pay-body.ts'
import { PayError, wrongField } from './pay-error.ts'
import { signerOf } from './request-signature.ts'

const paths = { direct: '/v3/pay/transactions', partner: '/v3/pay/partner/transactions' } as const
type Numbered = { Params: { number: string } }

/** Ordering, asking and closing, for merchants of their own and for those who serve others. */
export function orderRoutes(app: FastifyInstance, world: World): void {
  const { orders } = world.pay
  for (const mode of ['direct', 'partner'] as const) {
    app.post(`${paths[mode]}/jsapi`, async (request) => {
      const order = readOrder(payBody(request), signerOf(request), mode)
      if (!world.phones.all().some(({ openid }) => openid === order.openid))
        throw wrongField(mode === 'direct' ? 'payer.openid' : 'payer.sp_openid', order.openid, '无效的openid')
      return { prepay_id: orders.place(order) }
    })
    app.get<Numbered>(`${paths[mode]}/out-trade-no/:number`, async (request) =>
      transactionOf(orders.byNumber(merchantshipOf(request.query, request, mode), request.params.number)),
    )
    app.get<Numbered>(`${paths[mode]}/id/:number`, async (request) =>
      transactionOf(orders.byTransaction(merchantshipOf(request.query, request, mode), request.params.number)),
    )
    app.post<Numbered>(`${paths[mode]}/out-trade-no/:number/close`, async (request, reply) => {
      orders.close(orders.byNumber(merchantshipOf(payBody(request), request, mode), request.params.number))
      return reply.code(204).send()
    })
  }
}

/** Whose order is asked for must be who asks, or who is served by them. */
function merchantshipOf(said: unknown, request: FastifyRequest, mode: Merchant['mode']): Merchantship {
  const caller = signerOf(request)
  const { mchid, sp_mchid, sub_mchid } = said as Record<string, string | undefined>
  const named = mode === 'direct' ? mchid : sp_mchid
  if (!named) throw wrongField(mode === 'direct' ? 'mchid' : 'sp_mchid', named, '必填')
  if (named !== caller.mchid) throw new PayError('NO_AUTH', '商户号与签名的商户不一致')
  if (caller.mode !== mode) throw new PayError('NO_AUTH', '商户类型不支持该接口')
  if (mode === 'direct') return { mchid: named, subMchid: null }
  if (!sub_mchid) throw wrongField('sub_mchid', sub_mchid, '必填')
  return { mchid: named, subMchid: subMerchantOf(caller, sub_mchid).mchid }
}
