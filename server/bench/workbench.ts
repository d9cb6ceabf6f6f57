import { join } from 'node:path'
import { demonstrationTemplates } from '@yinuo/wechat-sandbox'
import { build, type City } from './city.ts'
import { createDatabase, withClient, type BenchDatabase } from './databases.ts'
import { loadProduct, type Product } from './product.ts'
import { startProgram, type Program } from './program.ts'

export interface Choices {
  /** The owner's address of a throw-away PostgreSQL. */
  serverUrl: string
  /** The built server. */
  dist: string
  ports: number[]
  preload: string
  filesDir: string
  quick: boolean
  /** Parts to run. */
  only: string[]
  say(text: string): void
}

/** What the parts work with: filled databases, which they share, and programs, which end with the part. */
export class Workbench {
  readonly product: Product
  readonly rounds: number
  readonly seconds: number
  readonly quick: boolean
  readonly #choices: Choices
  readonly #databases = new Map<string, Promise<BenchDatabase>>()

  private constructor(choices: Choices, product: Product) {
    this.#choices = choices
    this.product = product
    this.quick = choices.quick
    this.rounds = choices.quick ? 3 : 7
    this.seconds = choices.quick ? 1.5 : 3
  }

  static async set(choices: Choices): Promise<Workbench> {
    return new Workbench(choices, await loadProduct(choices.dist))
  }

  say(text: string): void {
    this.#choices.say(text)
  }

  /** A community of that size, filled by the first part that asks for it. */
  database(name: string, size: Omit<City, 'communityId'>): Promise<BenchDatabase> {
    const known = this.#databases.get(name)
    if (known) return known
    this.say(`filling ${name}: ${size.residents} homes, ${size.openCases + size.closedCases} cases`)
    const filling = this.#fill(name, size)
    this.#databases.set(name, filling)
    return filling
  }

  async #fill(name: string, size: Omit<City, 'communityId'>): Promise<BenchDatabase> {
    const database = await createDatabase(this.#choices.serverUrl, name)
    await this.product.migrate(database.owner, { appPassword: 'bench', workerPassword: 'bench' })
    const figures = this.product.figuresInForce('B', {})
    await withClient(database.owner, (client) => build(client, figures, size))
    return database
  }

  programs(): Programs {
    return new Programs(this.#choices)
  }
}

/** The programs of one part; they end with it. */
export class Programs {
  readonly #choices: Choices
  readonly #running: Program[] = []

  constructor(choices: Choices) {
    this.#choices = choices
  }

  /** The built server on a database, as in production. */
  server(database: BenchDatabase): Promise<Program> {
    return this.#started(join(this.#choices.dist, 'main.js'), this.#environment(database), '/health/ready')
  }

  /** A worker on a database, which takes the stub for WeChat; production speaks to WeChat alone. */
  worker(database: BenchDatabase, stubUrl: string): Promise<Program> {
    const environment = {
      ...this.#environment(database),
      NODE_ENV: 'development',
      ROLE: 'worker',
      WECHAT_API_BASE: stubUrl,
      WECHAT_APP_ID: 'wx0000yinuosandbox',
      WECHAT_APP_SECRET: 'sandbox-app-secret',
      WECHAT_TEMPLATES: JSON.stringify(demonstrationTemplates),
      SMS_GATEWAY_URL: stubUrl,
      SMS_GATEWAY_KEY: 'sandbox-sms-key',
    }
    return this.#started(join(this.#choices.dist, 'main.js'), environment, '/health/ready')
  }

  /** The same without the check of its callers. */
  unchecked(database: BenchDatabase): Promise<Program> {
    return this.other('unchecked.ts', { ...this.#environment(database), DIST: this.#choices.dist }, '/health/ready')
  }

  #environment({ app, worker, owner }: BenchDatabase): Record<string, string> {
    return {
      NODE_ENV: 'production',
      ROLE: 'api',
      LOG_LEVEL: 'error',
      DATABASE_URL: owner,
      APP_DATABASE_URL: app,
      WORKER_DATABASE_URL: worker,
      PUBLIC_URL: 'https://bench.invalid',
      LINK_SIGNING_KEY: 'a key of the bench, longer than 32 letters',
      FILES_DIR: this.#choices.filesDir,
      WECHAT_APP_ID: 'wx0000000000000000',
      WECHAT_APP_SECRET: 'nobody is asked',
      WECHAT_MESSAGE_TOKEN: 'nobody is asked',
      WECHAT_TEMPLATES: '{}',
      SMS_GATEWAY_URL: 'http://127.0.0.1:9/',
      SMS_GATEWAY_KEY: 'nobody is asked',
    }
  }

  /** Another program of ours beside it, by its file in this folder. */
  other(file: string, environment: Record<string, string>, ready: string): Promise<Program> {
    return this.#started(join(import.meta.dirname, file), environment, ready)
  }

  async #started(path: string, environment: Record<string, string>, ready: string): Promise<Program> {
    const port = this.#choices.ports[this.#running.length]
    if (port === undefined) throw new Error('no port is left for another program')
    const program = await startProgram({ path, preload: this.#choices.preload }, port, environment, ready)
    this.#running.push(program)
    return program
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#running.map((program) => program.stop()))
  }
}
