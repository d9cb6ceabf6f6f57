import type { FastifyInstance } from 'fastify'
import { jsonBody } from '../request-body.ts'
import { WechatError, rid } from '../wechat-error.ts'
import type { World } from '../world.ts'
import { verdictOn } from './planted-words.ts'
import type { Verdict } from './planted-words.ts'

const longestText = 2500

export function contentCheckRoutes(app: FastifyInstance, world: World): void {
  app.post('/wxa/msg_sec_check', async (request) => {
    world.authorise(request.query)
    world.quotas.countEndpoint('/wxa/msg_sec_check')
    const body = jsonBody(request)
    const content = body.content
    if (typeof content !== 'string' || content === '') throw new WechatError(44002)
    if ([...content].length > longestText) throw new WechatError(45002)
    checkAsker(body, world)
    const verdict = verdictOn(
      [body.title, body.nickname, body.signature, content].filter((text) => typeof text === 'string').join('\n'),
    )
    return { errcode: 0, errmsg: 'ok', ...textAnswer(verdict), trace_id: rid(world.clock.seconds()) }
  })

  app.post('/wxa/media_check_async', async (request) => {
    world.authorise(request.query)
    world.quotas.countEndpoint('/wxa/media_check_async')
    const body = jsonBody(request)
    if (typeof body.media_url !== 'string' || !URL.canParse(body.media_url)) throw new WechatError(47001)
    if (body.media_type !== 1 && body.media_type !== 2) throw new WechatError(47001)
    const openid = checkAsker(body, world)
    const traceId = rid(world.clock.seconds())
    world.mediaChecks.ask({ traceId, openid, mediaUrl: body.media_url, picture: body.media_type === 2 })
    return { errcode: 0, errmsg: 'ok', trace_id: traceId }
  })
}

function checkAsker(body: Record<string, unknown>, world: World): string {
  if (body.version !== 2) throw new WechatError(47001)
  if (![1, 2, 3, 4].includes(body.scene as number)) throw new WechatError(40129)
  const phone = world.phones.byOpenid(String(body.openid ?? ''))
  if (!world.phones.isActive(phone)) throw new WechatError(61010)
  return phone.openid
}

function textAnswer({ suggest, label, keyword }: Verdict): { result: object; detail: object[] } {
  const model = { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }
  const detail = keyword === null ? [model] : [model, { strategy: 'keyword', errcode: 0, suggest, label, level: 20, keyword }]
  return { result: { suggest, label }, detail }
}
