import type { FastifyInstance } from 'fastify'
import { jsonBody } from '../request-body.ts'
import { WechatError } from '../wechat-error.ts'
import type { World } from '../world.ts'
import { drawCode } from './code-picture.ts'
import { checkedScene, codeUrl } from './made-codes.ts'

const endpoint = '/wxa/getwxacodeunlimit'
const versions = ['release', 'trial', 'develop']

export function codeRoutes(app: FastifyInstance, world: World): void {
  app.post(endpoint, async (request, reply) => {
    world.authorise(request.query)
    world.quotas.countEndpoint(endpoint)
    const body = jsonBody(request)
    const scene = checkedScene(body.scene)
    const page = checkedPage(body.page, body.check_path !== false, world)
    const width = body.width ?? 430
    if (typeof width !== 'number' || !Number.isInteger(width) || width < 280 || width > 1280) throw new WechatError(40097)
    if (body.env_version !== undefined && !versions.includes(String(body.env_version))) throw new WechatError(40097)
    world.madeCodes.make(page, scene)
    const line = body.auto_color === true ? undefined : body.line_color
    const picture = await drawCode(codeUrl(world.settings.appId, page, scene), {
      width,
      transparent: body.is_hyaline === true,
      line: lineColour(line),
    })
    return reply.type(picture.type).send(picture.bytes)
  })
}

function checkedPage(page: unknown, mustBePublished: boolean, world: World): string {
  if (page === undefined || page === '') return 'pages/home/index'
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) throw new WechatError(41030)
  if (mustBePublished && !world.madeCodes.isPublished(page)) throw new WechatError(41030)
  return page
}

function lineColour(value: unknown): { r: number; g: number; b: number } {
  const colour = (value ?? {}) as Record<string, unknown>
  const part = (name: string) => Math.max(0, Math.min(255, Math.round(Number(colour[name] ?? 0)) || 0))
  return { r: part('r'), g: part('g'), b: part('b') }
}
