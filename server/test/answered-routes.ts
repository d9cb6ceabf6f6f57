import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Remembers every change a server answered with success, and at the end of the file whether the audit log knows of it by
 * its trace id. What all files saw together is judged when the last is through (unaudited-routes.mjs).
 */
export class AnsweredRoutes {
  readonly #traces = new Map<string, string[]>()

  watch(nest: NestFastifyApplication): void {
    nest
      .getHttpAdapter()
      .getInstance()
      .addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
        const path = request.routeOptions.url?.replace(/:(\w+)/g, '{$1}')
        if (!path || !changing.has(request.method) || reply.statusCode >= 300) return
        const route = `${request.method} ${path}`
        this.#traces.set(route, [...(this.#traces.get(route) ?? []), request.id])
      })
  }

  async writeDown(owner: pg.Pool): Promise<void> {
    const folder = process.env.TEST_ANSWERED_ROUTES
    if (!folder || this.#traces.size === 0) return
    const { rows } = await owner.query<{ trace_id: string }>('SELECT DISTINCT trace_id FROM audit_entries')
    const audited = new Set(rows.map((row) => row.trace_id))
    const lines = [...this.#traces].map(([route, traces]) => `${route}\t${traces.some((trace) => audited.has(trace))}`)
    await writeFile(join(folder, `${randomUUID()}.tsv`), lines.join('\n'))
  }
}
