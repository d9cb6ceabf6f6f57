import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { COMMUNITY, idOf } from './city.ts'
import type { Program } from './program.ts'
import type { Received } from './stub.ts'

export const NOTICE = idOf(20, 1)

/** Publishes the notice that is told to everybody, in place. */
export async function writeNotice(owner: pg.Client): Promise<void> {
  const audience = JSON.stringify({ whole: true, buildings: [], entrances: [], units: [], roles: [] })
  await owner.query(
    `INSERT INTO notices (community_id, id, category, title, body, audience, state, edition, told_edition, written_by, written_by_name,
       published_at, created_at, updated_at)
     VALUES ($1, $2, 'affairs', '停车场夜间照明改造', '请绕行北门。', $3, 'published', 1, 1, $2, '', now(), now(), now())
     ON CONFLICT DO NOTHING`,
    [COMMUNITY, NOTICE, audience],
  )
}

export async function forgetMessages(owner: pg.Client): Promise<void> {
  await owner.query('TRUNCATE messages, deliveries, broadcasts, message_grants')
  await owner.query('CHECKPOINT')
}

export async function beginBroadcast(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO broadcasts (community_id, id, business_key, kind, audience, about_id, title, body, created_at)
     VALUES ($1, $2, 'bench', 'notice.published', 'notice.all', $3, '停车场夜间照明改造', '【施工维修】请绕行北门。', now())
     RETURNING id`,
    [COMMUNITY, randomUUID(), NOTICE],
  )
  return rows[0]!.id
}

/** Who can be reached: the last of the residents, so that they are told last. */
export interface Crowd {
  residents: number
  reachable: number
}

/** Next door: nearly nothing is waited for, so what is measured is the work of both sides. */
export const NEARBY_MS = 5

/** A notice on its way to everybody, by a worker of its own, into the stub. */
export class MassPush {
  readonly #owner: pg.Client
  readonly #worker: Program
  readonly #stub: Program
  readonly #crowd: Crowd

  constructor(owner: pg.Client, programs: { worker: Program; stub: Program }, crowd: Crowd) {
    this.#owner = owner
    this.#worker = programs.worker
    this.#stub = programs.stub
    this.#crowd = crowd
  }

  /** @param answersAfterMs how far away WeChat is from now on */
  async refill(answersAfterMs = NEARBY_MS): Promise<void> {
    await fetch(`${this.#stub.url}/bench/refill?answersAfterMs=${answersAfterMs}`, { method: 'POST' })
  }

  async received(): Promise<Received> {
    return (await (await fetch(`${this.#stub.url}/bench/received`)).json()) as Received
  }

  /** Everybody who can be reached accepts a message, and the worker hears of a broadcast. */
  async begin(answersAfterMs = NEARBY_MS): Promise<void> {
    await forgetMessages(this.#owner)
    await this.#owner.query('DELETE FROM pgboss.job')
    await this.#owner.query(
      `INSERT INTO message_grants (id, openid, template, client_ask, source, granted_at)
       SELECT uuidv7(), 'oBench' || n, 'notice', 'bench', 'client', now() FROM generate_series($1::int + 1, $2::int) n`,
      [this.#crowd.residents - this.#crowd.reachable, this.#crowd.residents],
    )
    await this.#owner.query('ANALYZE message_grants')
    await this.refill(answersAfterMs)
    const broadcastId = await beginBroadcast(this.#owner)
    await this.#owner.query(
      `INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
       VALUES (uuidv7(), 'messages.broadcast-begun', $1, $2, now(), now())`,
      [COMMUNITY, JSON.stringify({ broadcastId })],
    )
  }

  async isTold(): Promise<boolean> {
    const { rows } = await this.#owner.query<{ state: string }>('SELECT state FROM broadcasts')
    return rows[0]?.state === 'done'
  }

  /** How many are written down as sent: never more or less than the stub has received, once all is over. */
  async writtenDown(): Promise<number> {
    const { rows } = await this.#owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM deliveries WHERE channel = 'subscribe' AND state = 'sent'`,
    )
    return rows[0]!.count
  }

  /** Takes the notice back, and waits until nobody works on it any more. */
  async stop(): Promise<void> {
    await this.#owner.query(`UPDATE broadcasts SET state = 'stopped' WHERE state <> 'stopped'`)
    const isBusy = async () =>
      (
        await this.#owner.query(
          `SELECT 1 FROM pgboss.job WHERE name IN ('messages.broadcast', 'messages.deliver-many') AND state < 'completed' LIMIT 1`,
        )
      ).rowCount
    while (await isBusy()) await passing(100)
  }

  workerMegabytes(): number {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.#worker.pid}/status`, 'utf8'))!
    return Number(kilobytes) / 1024
  }
}

export const passing = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
