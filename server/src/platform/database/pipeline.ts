import { Socket } from 'node:net'
import pg from 'pg'

export interface Statement {
  /** Named statements are prepared once per connection. */
  name: string
  text: string
  /** Planned once per connection and not for its values: for a statement of many parts that run the same way whatever they are. */
  isPlannedOnce?: true
  /**
   * In the order of an index, of which a page is read: the walls let the planner expect so few rows that it would rather read and
   * sort them all, and there are many.
   */
  isInIndexOrder?: true
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

/** Whether a statement was given up because it took longer than any may. */
export const tookTooLong = (error: unknown) => (error as { code?: string }).code === '57014'

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

  /** @param longestMs a statement that takes longer is given up: others wait behind it on its connection */
  constructor(connectionString: string, size: number, longestMs?: number) {
    this.#options = {
      connectionString,
      pipeline: true,
      application_name: 'yinuo-pipeline',
      ...(longestMs === undefined ? {} : { statement_timeout: longestMs }),
    } as pg.ClientConfig
    this.#clients = new Array<Promise<Connection> | null>(size).fill(null)
  }

  /**
   * Runs one statement in a transaction of its own. An error leaves nothing behind.
   * @param begin the statements that begin the transaction; null where nothing is to be set for it
   */
  async run<Row extends pg.QueryResultRow>(begin: string | null, statement: Statement, values: unknown[]): Promise<Row[]> {
    const { client, socket } = await this.#next()
    // Held together, the three leave in one write, and so do transactions that begin at the same moment.
    socket.cork()
    process.nextTick(() => socket.uncork())
    if (begin === null) return (await client.query<Row>({ ...statement, values })).rows
    try {
      return await inTransaction<Row>(client, begin, { ...statement, values })
    } catch (error) {
      // Seen from here the stack says who asked, and not only which socket the answer came from.
      Error.captureStackTrace(error as Error)
      throw error
    }
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

function inTransaction<Row extends pg.QueryResultRow>(
  client: pg.Client,
  begin: string,
  statement: pg.QueryConfig,
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    let rows: Row[] = []
    let failure: Error | null | undefined
    client.query(begin, (error: Error | null) => (failure = error))
    client.query<Row>(statement, (error: Error | null, answer) => {
      if (error) failure ??= error
      else rows = answer.rows
    })
    client.query('COMMIT', (error: Error | null) => {
      failure ??= error
      if (failure) reject(failure)
      else resolve(rows)
    })
  })
}
