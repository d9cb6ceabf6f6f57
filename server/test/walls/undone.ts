import type pg from 'pg'
import { Database, setReach, type Act, type Reach, type Statement } from '../../src/platform/database/index.ts'
import type { TestApp } from '../app.ts'

class Undone extends Error {
  readonly answer: unknown

  constructor(answer: unknown) {
    super('undone')
    this.answer = answer
  }
}

/**
 * From here on every write of this server is answered as ever and then taken back, so that any number of requests of
 * anybody meet the same world.
 */
export function undoWrites(app: TestApp, pool: pg.Pool): void {
  // What is taken back is no change that was tested.
  delete process.env.TEST_ANSWERED_ROUTES
  const database = app.nest.get(Database)
  const write = database.write.bind(database)
  database.write = async <Answer>(act: Act, work: Parameters<typeof write<Answer>>[1]): Promise<Answer> => {
    try {
      return await write<Answer>(act, async (tx) => {
        throw new Undone(await work(tx))
      })
    } catch (error) {
      if (error instanceof Undone) return error.answer as Answer
      throw error
    }
  }
  database.writeAtOnce = async <Row extends object>(reach: Reach, statement: Statement, values: unknown[]): Promise<Row[]> => {
    const client = await pool.connect()
    try {
      await client.query(`BEGIN; ${setReach(reach)}`)
      return (await client.query<never>(statement.text, values)).rows as Row[]
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }
}
