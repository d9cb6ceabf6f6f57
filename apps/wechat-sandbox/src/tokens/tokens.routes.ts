import type { FastifyInstance } from 'fastify'
import { jsonBody } from '../request-body.ts'
import { WechatError } from '../wechat-error.ts'
import type { World } from '../world.ts'

export function tokenRoutes(app: FastifyInstance, world: World): void {
  app.post('/cgi-bin/stable_token', async (request) => {
    world.quotas.countEndpoint('/cgi-bin/stable_token')
    const body = jsonBody(request)
    if (body.grant_type !== 'client_credential') throw new WechatError(40002)
    world.credentials(text(body.appid), text(body.secret))
    return body.force_refresh === true ? world.tokens.forced() : world.tokens.stable()
  })
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
