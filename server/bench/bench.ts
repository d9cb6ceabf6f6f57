import { join } from 'node:path'
import { build, type City } from './city.ts'
import { createDatabase, withClient, type BenchDatabase } from './databases.ts'
import { compareHttp } from './parts/compare-http.ts'
import { measureGrowth } from './parts/page-growth.ts'
import { measureScan } from './parts/clock-scan.ts'
import { listShots, reportShots } from './shots.ts'
import { loadProduct, recordSql } from './product.ts'
import { startProgram, type Program } from './program.ts'
import type { Finding } from './report.ts'

export interface Choices {
  /** The owner's address of a throw-away PostgreSQL. */
  serverUrl: string
  /** The built server. */
  dist: string
  ports: number[]
  preload: string
  filesDir: string
  quick: boolean
  /** Parts to run: report, page, scan, growth. */
  only: string[]
  say(text: string): void
}

/** Runs the parts. Nothing fails on a time; a gate is held or missed. */
export async function bench(choices: Choices): Promise<Finding[]> {
  const { serverUrl, quick, only, say } = choices
  const product = await loadProduct(choices.dist)
  const figures = product.figuresInForce('B', {})
  const create = async (name: string, size: Omit<City, 'communityId'>) => {
    say(`filling ${name}: ${size.openCases + size.closedCases} cases`)
    const database = await createDatabase(serverUrl, name)
    await product.migrate(database.owner, { appPassword: 'bench', workerPassword: 'bench' })
    await withClient(database.owner, (client) => build(client, figures, size))
    return database
  }
  const people = { residents: 2000, staff: 400 }
  const findings: Finding[] = []
  const seconds = quick ? 1.5 : 3
  const rounds = quick ? 3 : 7

  if (only.includes('report') || only.includes('page')) {
    const database = await create('bench_city', { openCases: 20_000, closedCases: 180_000, ...people })
    const sql = await recordSql(product, database)
    const [port, rawPort] = choices.ports as [number, number]
    const rawpipe = { path: join(import.meta.dirname, 'rawpipe.ts'), preload: choices.preload }
    await using servers = new Servers()
    const ours = await servers.started(startServer(choices, database, port))
    const raw = await servers.started(startProgram(rawpipe, rawPort, { RAWPIPE: JSON.stringify({ database, sql }) }, '/ready'))
    const compare = { ours: ours.url, raw: raw.url, seconds, rounds }
    if (only.includes('page')) {
      say('queue page of 20 among 200,000 cases, ours and rawpipe in turn')
      findings.push(
        ...(await compareHttp({
          ...compare,
          name: 'open queue, page of 20 of 200,000',
          gate: 0.6,
          aim: 0.8,
          nextShot: listShots(),
        })),
      )
    }
    if (only.includes('report')) {
      say('reporting a repair, ours and rawpipe in turn')
      findings.push(...(await compareHttp({ ...compare, name: 'report a repair', gate: 0.6, aim: 0.9, nextShot: reportShots() })))
    }
  }

  if (only.includes('scan') || only.includes('growth')) {
    const million = quick ? 200_000 : 1_000_000
    const small = await create('bench_small', { openCases: 10_000, closedCases: 0, ...people })
    const large = await create('bench_large', { openCases: million, closedCases: 0, ...people })
    if (only.includes('growth')) {
      say(`queue page at 10,000 and at ${million.toLocaleString('en')} cases in turn`)
      await using servers = new Servers()
      const [port, otherPort] = choices.ports as [number, number]
      const smallServer = await servers.started(startServer(choices, small, port))
      const largeServer = await servers.started(startServer(choices, large, otherPort))
      const { listRepairs } = await recordSql(product, large)
      findings.push(
        ...(await measureGrowth({ small, large, million, smallServer, largeServer, sql: listRepairs, seconds, rounds })),
      )
    }
    if (only.includes('scan')) {
      say(`clock scan over 10,000 and over ${million.toLocaleString('en')} open cases in turn, 1,000 due in each`)
      findings.push(await measureScan({ small, large, million, rounds: Math.max(rounds, 7), scan: product.scanClocks }))
    }
  }
  return findings
}

function startServer(choices: Choices, { app, worker, owner }: BenchDatabase, port: number): Promise<Program> {
  const environment = {
    NODE_ENV: 'production',
    ROLE: 'api',
    LOG_LEVEL: 'error',
    DATABASE_URL: owner,
    APP_DATABASE_URL: app,
    WORKER_DATABASE_URL: worker,
    PUBLIC_URL: 'https://bench.invalid',
    LINK_SIGNING_KEY: 'a key of the bench, longer than 32 letters',
    FILES_DIR: choices.filesDir,
    WECHAT_APP_ID: 'wx0000000000000000',
    WECHAT_APP_SECRET: 'nobody is asked',
    WECHAT_MESSAGE_TOKEN: 'nobody is asked',
    WECHAT_TEMPLATES: '{}',
    SMS_GATEWAY_URL: 'http://127.0.0.1:9/',
    SMS_GATEWAY_KEY: 'nobody is asked',
  }
  return startProgram({ path: join(choices.dist, 'main.js'), preload: choices.preload }, port, environment, '/health/ready')
}

/** The programs of one part; they end with it. */
class Servers {
  readonly #running: Program[] = []

  async started(starting: Promise<Program>): Promise<Program> {
    const program = await starting
    this.#running.push(program)
    return program
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#running.map((program) => program.stop()))
  }
}
