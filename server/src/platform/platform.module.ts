import { Global, Module, type DynamicModule } from '@nestjs/common'
import { ScheduleModule } from '@nestjs/schedule'
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm'
import { LoggerModule } from 'nestjs-pino'
import pg from 'pg'
import { AuditModule } from './audit/index.ts'
import { Clock } from './clock/index.ts'
import { CONFIG, type Config } from './config/index.ts'
import { Database, IdentityDatabase, SnakeCaseNames, WORKER, WorkerDatabase } from './database/index.ts'
import { FilesModule } from './files/index.ts'
import { JobsModule } from './jobs/index.ts'
import { LiveFeed } from './live/index.ts'
import { OutboxRelay } from './outbox/index.ts'
import { logging, TelemetryController } from './telemetry/index.ts'

/** What every module may use, whatever it is about. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, entities: NonNullable<TypeOrmModuleOptions['entities']>): DynamicModule {
    const source = (url: string, max: number): TypeOrmModuleOptions => ({
      type: 'postgres',
      driver: pg,
      url,
      entities,
      namingStrategy: new SnakeCaseNames(),
      synchronize: false,
      retryAttempts: 5,
      retryDelay: 500,
      extra: { max, connectionTimeoutMillis: 5000 },
    })
    return {
      module: PlatformModule,
      imports: [
        LoggerModule.forRoot(logging(config)),
        ScheduleModule.forRoot(),
        TypeOrmModule.forRoot(source(config.APP_DATABASE_URL, 16)),
        TypeOrmModule.forRoot({ ...source(config.WORKER_DATABASE_URL, 4), name: WORKER }),
        JobsModule,
        FilesModule,
        AuditModule,
      ],
      controllers: [TelemetryController],
      providers: [
        { provide: CONFIG, useValue: config },
        Clock,
        Database,
        IdentityDatabase,
        WorkerDatabase,
        OutboxRelay,
        LiveFeed,
      ],
      exports: [CONFIG, Clock, Database, IdentityDatabase, WorkerDatabase, OutboxRelay, LiveFeed],
    }
  }
}
