import cors from '@fastify/cors'
import fastifyStatic from '@fastify/static'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { browserFiles } from './browser-files.ts'
import { clientScript } from './client-script.ts'
import { deskCodeRoutes } from './codes/desk-codes.routes.ts'
import { controlRoutes } from './control.routes.ts'
import { settingsFrom } from './options.ts'
import type { SandboxOptions } from './options.ts'
import { payControlRoutes } from './pay/pay-control.routes.ts'
import { payServers } from './pay/pay-servers.ts'
import { phonePayRoutes } from './pay/phone-pay.routes.ts'
import { phoneRoutes } from './phones/phones.routes.ts'
import { miniprogramFiles } from './stage/miniprogram-files.ts'
import { stageRoutes } from './stage/stage.routes.ts'
import { consentRoutes } from './subscriptions/consent.routes.ts'
import { wechatServers } from './wechat-servers.ts'
import { World } from './world.ts'

export interface Sandbox {
  app: FastifyInstance
  world: World
  /** answers with the address; port 0 takes a free one */
  listen(port?: number, host?: string): Promise<string>
  /** the server to which events are pushed, when it was not known at the start */
  connectServer(url: string): void
  close(): Promise<void>
}

export class NotInProduction extends Error {
  constructor() {
    super('The WeChat sandbox does not run with NODE_ENV=production: it would let anybody sign in as anybody.')
  }
}

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  if ((options.nodeEnv ?? process.env.NODE_ENV) === 'production' || process.env.NODE_ENV === 'production')
    throw new NotInProduction()
  const world = new World(settingsFrom(options))
  const app = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: 12 * 1024 * 1024 })

  void app.register(cors, { origin: true, methods: ['GET', 'POST', 'PUT', 'DELETE'] })
  void app.register(wechatServers, { world })
  void app.register(payServers, { world })
  void app.register(async (phones) => {
    phones.removeContentTypeParser('application/json')
    phones.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
      // A phone may ask with the JSON content type and nothing in it.
      try {
        done(null, body === '' ? null : JSON.parse(body as string))
      } catch (error) {
        done(Object.assign(error as Error, { statusCode: 400 }))
      }
    })
    phones.addHook('onResponse', async (request) => {
      if (request.method !== 'GET') void world.file.save()
    })
    phoneRoutes(phones, world)
    consentRoutes(phones, world)
    phonePayRoutes(phones, world)
    controlRoutes(phones, world)
    stageRoutes(phones, world)
    await phones.register(deskCodeRoutes, { world })
  })
  void app.register(async (control) => {
    // Also what is only asked for may be made at that moment: the keys of merchants.
    control.addHook('onResponse', async () => void world.file.save())
    payControlRoutes(control, world)
  })
  void app.register(fastifyStatic, { serve: false, root: import.meta.dirname })
  void app.register(async (pages) => {
    browserFiles(pages)
    miniprogramFiles(pages, world.settings.miniprogramDir)
    pages.get('/client.js', async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-store').send(clientScript(world)),
    )
  })
  app.get('/health/live', async () => ({ status: 'ok' }))

  return {
    app,
    world,
    listen: (port = 0, host = '127.0.0.1') => app.listen({ port, host }),
    connectServer: (url) => {
      world.events.connect(url)
      world.pay.notices.connect(url)
    },
    close: async () => {
      world.stop()
      await world.mail.down()
      await world.mailbox.down()
      await app.close()
      await world.file.save()
    },
  }
}
