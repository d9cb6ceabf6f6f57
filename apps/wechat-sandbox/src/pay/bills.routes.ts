import type { FastifyInstance, FastifyRequest } from 'fastify'
import { faultOf } from '../faults/faults.hooks.ts'
import type { World } from '../world.ts'
import { billTypes } from './bill-columns.ts'
import type { BillType } from './bill-columns.ts'
import type { BillWish, MadeBill } from './bills.ts'
import { subMerchantOf } from './order-request.ts'
import { wrongField } from './pay-error.ts'
import { signerOf } from './request-signature.ts'

type Query = Record<string, string | undefined>
type Asked = { Querystring: Query }

const download = '/v3/billdownload/file'

export function billRoutes(app: FastifyInstance, world: World): void {
  const { bills } = world.pay
  app.get<Asked>('/v3/bill/tradebill', async (request) => {
    const type = oneOf('bill_type', request.query.bill_type ?? 'ALL', billTypes) as BillType
    return answerOf(request, bills.trade(signerOf(request), type, wishOf(request)))
  })
  app.get<Asked>('/v3/bill/fundflowbill', async (request) => {
    oneOf('account_type', request.query.account_type ?? 'BASIC', ['BASIC', 'OPERATION', 'FEES'])
    return answerOf(request, bills.fundFlow(signerOf(request), wishOf(request)))
  })
  app.get<Asked>(download, async (request, reply) => {
    const bytes = bills.download(signerOf(request), request.query.token ?? '')
    const sent = faultOf(request)?.kind === 'corrupt' ? damaged(bytes) : bytes
    return reply.type('application/octet-stream').send(sent)
  })
}

function wishOf(request: FastifyRequest<Asked>): BillWish {
  const { bill_date: date, tar_type: packed, sub_mchid: subMchid } = request.query
  if (date === undefined) throw wrongField('bill_date', date, '必填')
  if (packed !== undefined) oneOf('tar_type', packed, ['GZIP'])
  return { date, gzip: packed === 'GZIP', subMchid: subMchid ? subMerchantOf(signerOf(request), subMchid).mchid : null }
}

function oneOf(name: string, value: string, known: readonly string[]): string {
  if (!known.includes(value)) throw wrongField(name, value, `须为${known.join('、')}之一`)
  return value
}

function answerOf(request: FastifyRequest, { token, sha1 }: MadeBill): object {
  return {
    hash_type: 'SHA1',
    hash_value: sha1,
    download_url: `${request.protocol}://${request.headers.host}${download}?token=${token}`,
  }
}

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const middle = Math.floor(copy.length / 2)
  copy[middle] = (copy[middle] ?? 0) ^ 1
  return copy
}
