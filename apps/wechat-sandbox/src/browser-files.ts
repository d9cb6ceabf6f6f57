import { readFileSync, readdirSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
}

const folders = ['client', 'stage', 'inspect']
const root = join(import.meta.dirname, 'browser')

/** What runs in the browser is written in TypeScript and served with its types taken off. */
export function browserFiles(app: FastifyInstance): void {
  const served = new Map<string, { type: string; text: string }>()
  for (const folder of ['', ...folders]) {
    for (const name of readdirSync(join(root, folder))) {
      const type = types[extname(name)]
      if (!type) continue
      const text = readFileSync(join(root, folder, name), 'utf8')
      const path = folder === '' ? name : `${folder}/${name}`
      served.set(path, { type, text: extname(name) === '.ts' ? stripTypeScriptTypes(text) : text })
    }
  }
  app.get<{ Params: { '*': string } }>('/browser/*', async (request, reply) => {
    const file = served.get(request.params['*'])
    if (!file) return reply.code(404).send({ error: 'no such file' })
    return reply.type(file.type).header('cache-control', 'no-cache').send(file.text)
  })
  app.get('/', async (_request, reply) => page(reply, served.get('stage/stage.html')?.text))
  app.get('/inspect', async (_request, reply) => page(reply, served.get('inspect/inspect.html')?.text))
}

function page(
  reply: { type(type: string): { header(name: string, value: string): { send(text: string): unknown } } },
  text = '',
) {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(text)
}
