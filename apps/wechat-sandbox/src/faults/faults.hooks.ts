import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { WechatError } from '../wechat-error.ts'
import type { World } from '../world.ts'
import type { Fault } from './faults.ts'

const proxyPage =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n'

const taken = new WeakMap<FastifyRequest, Fault>()

export function faultOf(request: FastifyRequest): Fault | undefined {
  return taken.get(request)
}

/** Plays ordered faults before an endpoint sees the call, or after it has done its work. */
export function faultHooks(app: FastifyInstance, world: World, refusalOf = refusalOfWechat): void {
  app.addHook('preHandler', async (request, reply) => {
    const fault = world.faults.take(request.routeOptions.url ?? request.url)
    if (!fault) return
    taken.set(request, fault)
    await play(fault, request, reply, world, refusalOf)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (taken.get(request)?.kind !== 'lost') return payload
    world.calls.record(request, 200, `办理后丢失：${String(payload).slice(0, 200)}`, 'lost')
    reply.raw.destroy()
    return payload
  })
}

function refusalOfWechat(fault: Fault): Error {
  return new WechatError(Number(fault.errcode), fault.errmsg)
}

async function play(
  fault: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
  world: World,
  refusalOf: (fault: Fault) => Error,
): Promise<unknown> {
  switch (fault.kind) {
    case 'errcode':
      if (request.routeOptions.url === '/sms/send')
        return reply.send({ code: String(fault.errcode), message: fault.errmsg ?? String(fault.errcode) })
      throw refusalOf(fault)
    case 'html':
      return reply.code(502).type('text/html').send(proxyPage)
    case '5xx':
      return reply.code(500).send('')
    case 'slow':
      return wait(fault.delayMs ?? 3_000)
    case 'timeout':
      world.calls.record(request, 0, '没有回答', 'timeout')
      return reply.hijack()
    case 'reset':
      world.calls.record(request, 0, '连接被断开', 'reset')
      reply.hijack()
      return request.raw.socket.resetAndDestroy()
    default:
      return undefined
  }
}
