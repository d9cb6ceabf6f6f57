import type { FastifyInstance } from 'fastify'
import type { World } from '../world.ts'
import { codeSvg } from './code-picture.ts'
import { codeUrl, openingPath, pathOf } from './made-codes.ts'
import { readCode } from './read-picture.ts'

const largestPicture = 12 * 1024 * 1024
const black = { r: 27, g: 36, b: 32 }

/** Codes lying about on the desk, and the camera that reads one. */
export async function deskCodeRoutes(app: FastifyInstance, { world }: { world: World }): Promise<void> {
  app.addContentTypeParser(
    ['image/png', 'image/jpeg', 'image/webp', 'application/octet-stream'],
    { parseAs: 'buffer', bodyLimit: largestPicture },
    (_request, body, done) => done(null, body),
  )

  app.get('/sandbox/codes', async () =>
    world.madeCodes
      .recent()
      .map((code) => ({ ...code, path: openingPath(code.page, code.scene), picture: `/sandbox/codes/${code.id}.svg` })),
  )

  app.post<{ Body: { page: string; scene: string; label?: string } }>('/sandbox/codes', async (request, reply) => {
    const { page, scene, label } = request.body
    return reply.code(201).send(world.madeCodes.make(page, scene, label ?? null))
  })

  app.get<{ Params: { id: string } }>('/sandbox/codes/:id.svg', async (request, reply) => {
    const code = world.madeCodes.byId(request.params.id)
    if (!code) return reply.code(404).send({ error: 'no such code' })
    const svg = codeSvg(codeUrl(world.settings.appId, code.page, code.scene), { width: 240, transparent: true, line: black })
    return reply.type('image/svg+xml').send(svg)
  })

  app.post('/sandbox/scans', { bodyLimit: largestPicture }, async (request, reply) => {
    if (!Buffer.isBuffer(request.body)) return reply.code(415).send({ errMsg: 'scanCode:fail' })
    const text = await readCode(request.body).catch(() => null)
    if (text === null) return reply.code(422).send({ errMsg: 'scanCode:fail no code in the picture' })
    return { errMsg: 'scanCode:ok', path: pathOf(text) ?? '', result: text }
  })
}
