import { Controller, Get, Header, Inject, type OnModuleInit } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyInstance } from 'fastify'
import { migrations } from '../../migrations/index.ts'
import { CONFIG, type Config } from '../config/index.ts'
import { WorkerDatabase } from '../database/index.ts'
import { ProblemError } from '../http/problem.ts'
import { CalledBy } from '../http/called-by.ts'
import { outboxWaiting, registry } from './metrics.ts'
import { logRequests } from './request-log.ts'

@ApiExcludeController()
@Controller()
@CalledBy('anyone')
export class TelemetryController implements OnModuleInit {
  readonly #database: WorkerDatabase
  readonly #config: Config
  readonly #host: HttpAdapterHost

  constructor(database: WorkerDatabase, @Inject(CONFIG) config: Config, host: HttpAdapterHost) {
    this.#database = database
    this.#config = config
    this.#host = host
  }

  onModuleInit(): void {
    logRequests(this.#host.httpAdapter.getInstance<FastifyInstance>())
  }

  @Get('health/live')
  live(): { status: string; role: string } {
    return { status: 'ok', role: this.#config.ROLE }
  }

  /** Ready when the database answers and holds the schema this program was built for. */
  @Get('health/ready')
  async ready(): Promise<{ status: string }> {
    const rows = await this.#database
      .run<{ applied: number }>('SELECT count(*)::int AS applied FROM migrations', [])
      .catch(() => [])
    if ((rows[0]?.applied ?? 0) < migrations.length) throw new ProblemError('NOT_READY')
    return { status: 'ok' }
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(): Promise<string> {
    const [row] = await this.#database.run<{ waiting: number; dead: number }>(
      `SELECT count(*) FILTER (WHERE dead_at IS NULL)::int AS waiting, count(*) FILTER (WHERE dead_at IS NOT NULL)::int AS dead FROM outbox`,
      [],
    )
    outboxWaiting.set({ state: 'waiting' }, row?.waiting ?? 0)
    outboxWaiting.set({ state: 'dead' }, row?.dead ?? 0)
    return registry.metrics()
  }
}
