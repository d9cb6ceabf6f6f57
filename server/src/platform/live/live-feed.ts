import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import pg from 'pg'
import { Observable, Subject, filter } from 'rxjs'
import type { EntityManager } from 'typeorm'
import { CONFIG, type Config } from '../config/index.ts'

const RECONNECT_AFTER_MS = 1000
const CHANNEL = 'live'

export interface LiveNews {
  communityId: string
  /** Where it happened, for those who look after some buildings only; null: in none of them. */
  buildingId: string | null
  news: object
}

/** Tells every API server that something happened, once the transaction commits. To be called by the worker. */
export async function announce(
  tx: EntityManager,
  communityId: string,
  news: object,
  buildingId: string | null = null,
): Promise<void> {
  await tx.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify({ communityId, buildingId, news })])
}

/** What happens, as it happens, for whoever is looking; nothing is kept, a late-comer reads the lists. */
@Injectable()
export class LiveFeed implements OnModuleInit, OnApplicationShutdown {
  readonly #log = new Logger('live')
  readonly #url: string
  readonly #listens: boolean
  readonly #news = new Subject<LiveNews>()
  #client: pg.Client | null = null
  #retry: NodeJS.Timeout | null = null
  #isStopping = false

  constructor(@Inject(CONFIG) config: Config) {
    this.#url = config.APP_DATABASE_URL
    this.#listens = config.ROLE !== 'worker'
  }

  onModuleInit(): void {
    if (this.#listens) void this.#listen()
  }

  /** News of one community from now on. */
  of(communityId: string): Observable<LiveNews> {
    return this.#news.pipe(filter((each) => each.communityId === communityId))
  }

  async onApplicationShutdown(): Promise<void> {
    this.#isStopping = true
    if (this.#retry) clearTimeout(this.#retry)
    this.#news.complete()
    await this.#client?.end().catch(() => undefined)
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'yinuo-live' })
    client.on('notification', ({ payload }) => this.#news.next(JSON.parse(payload ?? '{}') as LiveNews))
    client.on('error', () => undefined)
    client.on('end', () => this.#listenAgain())
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
      this.#client = client
    } catch (error) {
      this.#log.warn(`live updates wait for the database: ${(error as Error).message}`)
      this.#listenAgain()
    }
  }

  #listenAgain(): void {
    if (this.#isStopping || this.#retry) return
    this.#retry = setTimeout(() => {
      this.#retry = null
      void this.#listen()
    }, RECONNECT_AFTER_MS)
  }
}
