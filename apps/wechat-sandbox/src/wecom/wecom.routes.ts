import type { FastifyInstance } from 'fastify'
import { jsonBody } from '../request-body.ts'
import type { World } from '../world.ts'

const texts: Readonly<Record<number, string>> = {
  0: 'ok',
  40008: 'invalid message type',
  40058: 'invalid Request Parameter',
  44004: 'empty content',
  45009: 'api freq out of limit',
  93000: 'invalid webhook url',
}

/** The webhook of a robot in a WeCom group: HTTP 200 with errcode, as qyapi.weixin.qq.com answers. */
export function wecomRoutes(app: FastifyInstance, world: World): void {
  app.post<{ Querystring: { key?: string } }>('/cgi-bin/webhook/send', async (request) => {
    const errcode = world.groupChats.say(request.query.key ?? '', jsonBody(request))
    return { errcode, errmsg: texts[errcode] }
  })
}
