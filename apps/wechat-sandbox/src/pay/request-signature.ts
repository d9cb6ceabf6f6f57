import type { FastifyRequest } from 'fastify'
import { bodyText } from '../request-body.ts'
import type { World } from '../world.ts'
import type { Merchant } from './merchants.ts'
import { PayError } from './pay-error.ts'
import { isSignatureOf, lines } from './signing.ts'

const callers = new WeakMap<FastifyRequest, Merchant>()
const oldestSeconds = 300

/** Who says they signed the request, if that is somebody. */
export function callerOf(request: FastifyRequest): Merchant | undefined {
  return callers.get(request)
}

/** Who signed the request, inside a route. */
export function signerOf(request: FastifyRequest): Merchant {
  return callers.get(request) as Merchant
}

/** The signature covers the method, the path with its query, the time, the nonce and the body as they came over the wire. */
export function checkSignature(request: FastifyRequest, world: World): void {
  const { authorization = '', 'user-agent': agent, accept } = request.headers
  if (!agent || !accept) throw new PayError('PARAM_ERROR', 'Http头缺少Accept或User-Agent')
  const said = authorizationOf(authorization)
  const merchant = world.pay.merchants.byId(said.mchid)
  if (!merchant) throw new PayError('MCH_NOT_EXISTS')
  callers.set(request, merchant)
  if (said.serial !== merchant.own.serialNo) throw signError('商户证书序列号有误。请使用签名私钥匹配的证书序列号', 'serial_no')
  const apart = Math.abs(world.pay.clock.now() / 1000 - Number(said.timestamp))
  if (!(apart <= oldestSeconds)) throw signError('Http头Authorization中的timestamp与发起请求的时间不得超过5分钟', 'timestamp')
  const message = lines(request.method, request.raw.url ?? request.url, said.timestamp, said.nonce, bodyText(request))
  if (!isSignatureOf(said.signature, message, merchant.own.publicKeyPem)) {
    throw new PayError('SIGN_ERROR', '签名错误，请检查后再试', {
      detail: { issue: 'sign not match' },
      field: 'signature',
      location: 'authorization',
      sign_information: { method: request.method, url: request.raw.url, sign_message_length: Buffer.byteLength(message) },
    })
  }
}

function authorizationOf(header: string): { mchid: string; nonce: string; timestamp: string; serial: string; signature: string } {
  const [scheme, ...rest] = header.split(' ')
  if (scheme !== 'WECHATPAY2-SHA256-RSA2048') throw signError('Http头Authorization认证类型不正确', 'authorization')
  const parts = new Map([...rest.join(' ').matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
  const part = (name: string) => {
    const value = parts.get(name)
    if (!value) throw signError(`Http头Authorization中缺少${name}`, name)
    return value
  }
  const nonce = part('nonce_str')
  if (!/^[0-9A-Za-z]{1,32}$/.test(nonce)) throw signError('Http头Authorization中的nonce_str格式错误', 'nonce_str')
  return { mchid: part('mchid'), nonce, timestamp: part('timestamp'), serial: part('serial_no'), signature: part('signature') }
}

function signError(message: string, field: string): PayError {
  return new PayError('SIGN_ERROR', message, { field, location: 'authorization' })
}
