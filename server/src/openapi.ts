import 'reflect-metadata'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Logger } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { AppModule } from './app.module.ts'
import { httpAdapter, outfit } from './app.ts'
import { readConfig } from './platform/config/index.ts'
import { apiDocument } from './platform/http/api-document.ts'

/**
 * Writes docs/api/openapi.json from the controllers; with `--check` it writes nothing and fails when the file differs.
 * In Nest's preview no controller and no provider is made, so nothing of this configuration is ever reached.
 */
const nowhere = 'postgres://nowhere/nothing'
const config = readConfig({
  NODE_ENV: 'test',
  APP_DATABASE_URL: nowhere,
  WORKER_DATABASE_URL: nowhere,
  IDENTITY_DATABASE_URL: nowhere,
  PUBLIC_URL: 'http://nowhere',
  LINK_SIGNING_KEY: 'x'.repeat(32),
  FILES_DIR: '/nowhere',
  WECHAT_APP_ID: 'nobody',
  WECHAT_APP_SECRET: 'nothing',
  WECHAT_MESSAGE_TOKEN: 'nothing-at-all',
  WECHAT_TEMPLATES: '{}',
  SMS_GATEWAY_URL: 'http://nowhere',
  SMS_GATEWAY_KEY: 'nothing-at-all',
})
const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), httpAdapter(), {
  preview: true,
  abortOnError: false,
  logger: ['error'],
})
// Nest would warn that this is a preview; that two shapes share a name is worth a warning.
Logger.overrideLogger(['warn', 'error'])
await outfit(app, config)

const file = join(import.meta.dirname, '../../docs/api/openapi.json')
const document = `${JSON.stringify(apiDocument(app), null, 2)}\n`
const written = existsSync(file) ? readFileSync(file, 'utf8') : ''
if (!process.argv.includes('--check')) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, document)
} else if (written !== document) {
  process.stderr.write('docs/api/openapi.json is not what the server answers: run `npm run openapi` and commit it.\n')
  process.exitCode = 1
}
