import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { Logger } from 'nestjs-pino'
import { AppModule } from './app.module.ts'
import { httpAdapter, outfit, startWork } from './app.ts'
import { readConfig, type Config } from './platform/config/index.ts'

let config: Config
try {
  config = readConfig(process.env)
} catch (error) {
  console.error((error as Error).message)
  process.exit(78)
}
const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), httpAdapter(), {
  bufferLogs: true,
  rawBody: true,
})
app.useLogger(app.get(Logger))
await outfit(app, config)
await app.listen(config.PORT, config.HOST)
startWork(app, config)
app.get(Logger).log(`listening on ${config.PORT} as ${config.ROLE}`)
