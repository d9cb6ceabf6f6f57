import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { World } from '../world.ts'
import { findPosters } from './posters.ts'
import type { Poster } from './posters.ts'
import { ServerApi } from './server-api.ts'
import { Story } from './story.ts'

/** What the desk shows: what is there and what is missing, the codes lying about, and the story so far. */
export function stageRoutes(app: FastifyInstance, world: World): void {
  const { settings } = world
  const api = settings.serverUrl && settings.story ? new ServerApi(settings.serverUrl, settings.story) : undefined
  const story = new Story(world, api)
  world.file.keep('story', story)
  let posters: Poster[] = []

  app.get('/sandbox/stage', async () => {
    const [server, office] = await Promise.all([answers(settings.serverUrl, '/health/ready'), answers(settings.consoleUrl, '/')])
    const miniprogram = settings.miniprogramDir !== undefined && existsSync(join(settings.miniprogramDir, 'index.html'))
    return {
      phones: world.phones
        .all()
        .map(({ id, who, name, about, offline, largeText }) => ({ id, who, name, about, offline, largeText })),
      apiUrl: settings.phoneApiUrl ?? settings.serverUrl ?? null,
      consoleUrl: settings.consoleUrl ?? null,
      ready: { miniprogram, server, office },
      signIn: settings.story ?? null,
    }
  })

  app.get('/sandbox/posters', async () => {
    if (posters.length === 0 && api) posters = await findPosters(api, world).catch(() => [])
    return posters
  })

  app.get('/sandbox/story', async () => story.lines())
}

async function answers(base: string | undefined, path: string): Promise<boolean> {
  if (!base) return false
  return fetch(`${base}${path}`, { signal: AbortSignal.timeout(1_500) }).then(
    (response) => response.ok,
    () => false,
  )
}
