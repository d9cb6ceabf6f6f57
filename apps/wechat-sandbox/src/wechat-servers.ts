import type { FastifyInstance, FastifyRequest } from 'fastify'
import { codeRoutes } from './codes/codes.routes.ts'
import { contentCheckRoutes } from './content-checks/content-checks.routes.ts'
import { faultHooks, faultOf } from './faults/faults.hooks.ts'
import { loginRoutes } from './login/login.routes.ts'
import { phoneNumberRoutes } from './phone-numbers/phone-numbers.routes.ts'
import { smsRoutes } from './sms/sms.routes.ts'
import { subscriptionRoutes } from './subscriptions/subscriptions.routes.ts'
import { tokenRoutes } from './tokens/tokens.routes.ts'
import { WechatError } from './wechat-error.ts'
import { wecomRoutes } from './wecom/wecom.routes.ts'
import type { World } from './world.ts'

const methods: Readonly<Record<string, 'GET' | 'POST'>> = {
  '/sns/jscode2session': 'GET',
  '/cgi-bin/stable_token': 'POST',
  '/wxa/business/getuserphonenumber': 'POST',
  '/wxa/getwxacodeunlimit': 'POST',
  '/cgi-bin/message/subscribe/send': 'POST',
  '/wxa/msg_sec_check': 'POST',
  '/wxa/media_check_async': 'POST',
}

const started = new WeakMap<FastifyRequest, number>()
const answers = new WeakMap<FastifyRequest, unknown>()

/** The part that api.weixin.qq.com and a text-message gateway play. */
export async function wechatServers(app: FastifyInstance, { world }: { world: World }): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.addHook('onRequest', async (request) => {
    started.set(request, performance.now())
  })
  faultHooks(app, world)
  app.addHook('onSend', async (request, reply, payload) => {
    answers.set(request, payload)
    if (reply.getHeader('content-type')?.toString().startsWith('application/json')) reply.type('application/json; encoding=utf-8')
    return payload
  })
  app.addHook('onResponse', async (request, reply) => {
    const fault = faultOf(request)?.kind ?? null
    if (fault !== 'lost')
      world.calls.record(request, reply.statusCode, answers.get(request), fault, performance.now() - (started.get(request) ?? 0))
    void world.file.save()
  })
  app.setErrorHandler(async (error, request, reply) => {
    if (!(error instanceof WechatError)) request.log.error(error)
    const refusal = error instanceof WechatError ? error : new WechatError(-1)
    // WeChat refuses with HTTP 200; only errcode tells.
    const answer = refusal.answer(world.clock.seconds())
    const plain = request.routeOptions.url === '/sns/jscode2session'
    return reply
      .code(200)
      .type(plain ? 'text/plain' : 'application/json')
      .send(JSON.stringify(answer))
  })

  loginRoutes(app, world)
  tokenRoutes(app, world)
  phoneNumberRoutes(app, world)
  codeRoutes(app, world)
  subscriptionRoutes(app, world)
  contentCheckRoutes(app, world)
  smsRoutes(app, world)
  wecomRoutes(app, world)

  for (const [url, right] of Object.entries(methods)) {
    const wrong = right === 'GET' ? 'POST' : 'GET'
    app.route({
      url,
      method: wrong,
      exposeHeadRoute: false,
      handler: async () => {
        throw new WechatError(right === 'GET' ? 43001 : 43002)
      },
    })
  }
}
