import { Socket } from 'node:net'
import pg from 'pg'

export interface Statement {
  /** Named statements are prepared once per connection. */
  name: string
  text: string
}

const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08003', '08001'])

/** Whether an error says the database is away for the moment (restart, network), not that we asked wrongly. */
export function isConnectionLoss(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return (
    (code !== undefined && LOST.has(code)) ||
    /Connection terminated|not queryable|Client was closed|timeout exceeded when trying/.test(message ?? '')
  )
}

interface Connection {
  client: pg.Client
  socket: Socket
}

/**
 * A few connections on which statements are sent without waiting for each other's answers: BEGIN with its reach,
 * the statement and COMMIT travel together and cost one round trip (performance.md).
 */
export class Pipeline {
  readonly #options: pg.ClientConfig
  readonly #clients: (Promise<Connection> | null)[]
  #turn = 0

  constructor(connectionString: string, size: number) {
    this.#options = { connectionString, pipeline: true, application_name: 'yinuo-pipeline' } as pg.ClientConfig
    this.#clients = new Array<Promise<Connection> | null>(size).fill(null)
  }

  /** Runs one statement in a transaction of its own. An error leaves nothing behind. */
  async run<Row extends pg.QueryResultRow>(begin: string, statement: Statement, values: unknown[]): Promise<Row[]> {
    const { client, socket } = await this.#next()
    // Held together, the three leave in one write, and so do transactions that begin at the same moment.
    socket.cork()
    process.nextTick(() => socket.uncork())
    const begun = client.query(begin)
    const answered = client.query<Row>({ ...statement, values })
    const ended = client.query('COMMIT')
    const [, answer] = await Promise.all([begun, answered, ended.catch(() => undefined)])
    await ended
    return answer.rows
  }

  async end(): Promise<void> {
    const open = this.#clients.splice(0)
    await Promise.all(open.map(async (client) => (await client)?.client.end().catch(() => undefined)))
  }

  #next(): Promise<Connection> {
    const place = this.#turn++ % this.#clients.length
    const known = this.#clients[place]
    if (known) return known
    const connecting = this.#connect(() => {
      if (this.#clients[place] === connecting) this.#clients[place] = null
    })
    this.#clients[place] = connecting
    return connecting
  }

  async #connect(forget: () => void): Promise<Connection> {
    const socket = new Socket()
    const client = new pg.Client({ ...this.#options, stream: () => socket })
    client.on('error', forget)
    client.on('end', forget)
    try {
      await client.connect()
      return { client, socket }
    } catch (error) {
      forget()
      throw error
    }
  }
}
