import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { WechatError } from '../wechat-error.ts'
import type { World } from '../world.ts'

const loginsPerMinuteAndUser = 100

export function loginRoutes(app: FastifyInstance, world: World): void {
  app.get('/sns/jscode2session', async (request, reply) => {
    // WeChat answers this endpoint as text/plain although the body is JSON.
    reply.type('text/plain')
    const query = request.query as Record<string, string | undefined>
    world.credentials(query.appid, query.secret)
    if (!query.js_code) throw new WechatError(41008)
    if (query.grant_type !== 'authorization_code') throw new WechatError(40002)
    const owner = world.phones.byId(world.oneTimeCodes.ownerOf(query.js_code) ?? '')
    if (owner) {
      world.quotas.count(`login of ${owner.openid}`, loginsPerMinuteAndUser, 45011)
      if (owner.blocked) throw new WechatError(40226)
    }
    const phoneId = world.oneTimeCodes.redeem('login', query.js_code, world.settings.appId)
    const phone = world.phones.byId(phoneId)
    if (!phone) throw new WechatError(40029)
    return JSON.stringify({ session_key: randomBytes(16).toString('base64'), openid: phone.openid })
  })
}
