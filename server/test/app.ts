import 'reflect-metadata'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Test } from '@nestjs/testing'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createSandbox, demonstrationTemplates, type Sandbox } from '@yinuo/wechat-sandbox'
import pg from 'pg'
import { AppModule } from '../src/app.module.ts'
import { httpAdapter, outfit } from '../src/app.ts'
import { REQUEST_LIMITS, type RequestLimits } from '../src/modules/access/index.ts'
import { ClockScan } from '../src/modules/cases/index.ts'
import { DeliveryWatch } from '../src/modules/messages/index.ts'
import { Clock } from '../src/platform/clock/index.ts'
import { readConfig, type Config } from '../src/platform/config/index.ts'
import { Jobs } from '../src/platform/jobs/index.ts'
import { OutboxRelay } from '../src/platform/outbox/index.ts'
import { AnsweredRoutes } from './answered-routes.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { TestClock } from './test-clock.ts'
import { World } from './world.ts'

/** A whole server on a database of its own, with a clock the test moves and WeChat's sandbox beside it. */
export interface TestApp {
  nest: NestFastifyApplication
  /** where it listens, e.g. http://127.0.0.1:41234 */
  url: string
  config: Config
  clock: TestClock
  sandbox: Sandbox
  sandboxUrl: string
  /** where the sandbox's mailbox is read */
  mailboxPort: number
  databases: TestDatabase
  /** the owner's connections: to arrange and to look past row-level security */
  owner: pg.Pool
  /** makes communities and people, signed in */
  world: World
  /** lets clocks, outbox and jobs run until nothing is left to do */
  deliver(): Promise<void>
  /** a second server on the same database and clock */
  replica(): Promise<NestFastifyApplication>
  close(): Promise<void>
}

const QUIET = { NODE_ENV: 'test', LOG_LEVEL: 'silent' }

const noLimits: RequestLimits = { perAddress: Infinity, perSession: Infinity, signInsPerAddress: Infinity }

/** Starts one. Requests are not limited unless the test is about that: all of them come from one address. */
export async function startApp(environment: NodeJS.ProcessEnv = {}, limits: RequestLimits = noLimits): Promise<TestApp> {
  const databases = await openTestDatabase()
  const files = await mkdtemp(join(tmpdir(), 'yinuo-files-'))
  const sandbox = createSandbox({})
  const sandboxUrl = await sandbox.listen(0)
  const mailPort = await sandbox.world.mail.listen()
  const mailboxPort = await sandbox.world.mailbox.listen()
  const clock = new TestClock()
  sandbox.world.pay.clock.follow(() => clock.now().getTime())
  const config = readConfig({
    ...QUIET,
    PORT: '0',
    APP_DATABASE_URL: databases.appUrl,
    WORKER_DATABASE_URL: databases.workerUrl,
    PUBLIC_URL: 'http://127.0.0.1',
    LINK_SIGNING_KEY: 'a key of the tests, longer than 32 letters',
    FILES_DIR: files,
    WECHAT_API_BASE: sandboxUrl,
    WECHAT_PAY_BASE: sandboxUrl,
    WECHAT_APP_ID: 'wx0000yinuosandbox',
    WECHAT_APP_SECRET: 'sandbox-app-secret',
    WECHAT_MESSAGE_TOKEN: 'sandbox-message-token',
    WECHAT_TEMPLATES: JSON.stringify(demonstrationTemplates),
    SMS_GATEWAY_URL: sandboxUrl,
    SMS_GATEWAY_KEY: 'sandbox-sms-key',
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    SMTP_FROM: '一诺物业 <notice@yinuo.test>',
    SMTP_PER_MINUTE: '600',
    IMAP_INSIDE_HOSTS: '127.0.0.1',
    WECOM_API_BASE: sandboxUrl,
    ...environment,
  })
  const answered = new AnsweredRoutes()
  const nest = await start(config, clock, limits, answered)
  const url = (await nest.getUrl()).replace('[::1]', '127.0.0.1')
  sandbox.connectServer(`${url}/api`)
  const owner = new pg.Pool({ connectionString: databases.ownerUrl, max: 4 })
  // A pool has ended before its connections have; the database is dropped meanwhile.
  owner.on('error', () => undefined)
  const replicas: NestFastifyApplication[] = []
  return {
    nest,
    url,
    config,
    clock,
    sandbox,
    sandboxUrl,
    mailboxPort,
    databases,
    owner,
    world: new World(owner, clock, url),
    deliver: () => deliver(nest),
    replica: async () => {
      const second = await start(config, clock, limits, answered)
      replicas.push(second)
      return second
    },
    close: async () => {
      await Promise.all(replicas.map((replica) => replica.close()))
      await nest.close()
      await sandbox.close()
      await answered.writeDown(owner)
      await owner.end()
      await databases.close()
      await rm(files, { recursive: true, force: true })
    },
  }
}

async function start(
  config: Config,
  clock: Clock,
  limits: RequestLimits,
  answered: AnsweredRoutes,
): Promise<NestFastifyApplication> {
  const testing = await Test.createTestingModule({ imports: [AppModule.with(config)] })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(REQUEST_LIMITS)
    .useValue(limits)
    .compile()
  const nest = testing.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false, rawBody: true })
  await outfit(nest, config)
  answered.watch(nest)
  await nest.listen(0, '127.0.0.1')
  return nest
}

async function deliver(nest: NestFastifyApplication): Promise<void> {
  for (;;) {
    const steps = await nest.get(ClockScan).run()
    const events = await nest.get(OutboxRelay).deliverDue()
    const woken = await nest.get(DeliveryWatch).run()
    const jobs = await nest.get(Jobs).runDueJobs()
    if (steps + events + woken + jobs === 0) return
  }
}
