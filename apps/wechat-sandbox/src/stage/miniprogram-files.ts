import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const notBuilt = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>小程序还没有构建</title><body style="font:16px/1.6 sans-serif;color:#1B2420;background:#F5F7F6;display:grid;place-items:center;min-height:90vh;text-align:center">
<p>小程序的网页版还没有构建。<br>运行 <code>npm start</code> 会自动构建。</p>`

/** The mini-program's h5 build; looked for at every call, since it may be built while the sandbox runs. */
export function miniprogramFiles(app: FastifyInstance, folder: string | undefined): void {
  app.get('/miniprogram', async (_request, reply) => reply.redirect('/miniprogram/'))
  app.get<{ Params: { '*': string } }>('/miniprogram/*', async (request, reply) => {
    const path = request.params['*'] === '' ? 'index.html' : request.params['*']
    if (folder === undefined || !existsSync(join(folder, 'index.html')))
      return reply.code(503).type('text/html; charset=utf-8').send(notBuilt)
    if (path === 'index.html') reply.header('cache-control', 'no-cache')
    return reply.sendFile(path, folder, { cacheControl: path !== 'index.html' })
  })
}
