import { randomBytes } from 'node:crypto'
import pg from 'pg'

export interface TestDatabase {
  /** the owner: migrations and arranging rows past row-level security */
  ownerUrl: string
  /** what the API connects as */
  appUrl: string
  /** what the worker connects as */
  workerUrl: string
  close(): Promise<void>
}

/** A migrated, empty database for one spec file: a clone of the run's template, in some 50 ms. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { TEST_DATABASE_URL: serverUrl, TEST_DATABASE_TEMPLATE: template } = process.env
  if (!serverUrl || !template)
    throw new Error('Run the specs through server/jest.config.mjs: its global setup starts PostgreSQL.')
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  const as = (user: string, password: string) => {
    const url = databaseUrl(serverUrl, name)
    url.username = user
    url.password = password
    return url.href
  }
  return {
    ownerUrl: databaseUrl(serverUrl, name).href,
    appUrl: as('yinuo_app', 'test-app'),
    workerUrl: as('yinuo_worker', 'test-worker'),
    close: () => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

function databaseUrl(serverUrl: string, name: string): URL {
  const url = new URL(serverUrl)
  url.pathname = name
  return url
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(serverUrl)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
