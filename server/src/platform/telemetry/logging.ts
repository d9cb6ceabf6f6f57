import type { Params } from 'nestjs-pino'
import type { Config } from '../config/index.ts'
import { errorInLog } from './error-in-log.ts'
import { currentTrace } from './request-log.ts'

const PHONE = /(?<!\d)((?:86)?1[3-9]\d)\d{4}(\d{4})(?!\d)/g

/** Hides the middle of every mobile number in a line of log. */
export function maskPhones(line: string): string {
  return line.replace(PHONE, '$1****$2')
}

/**
 * JSON logs without personal data: no bodies, no query strings, no tokens, no values of statements; phone numbers masked
 * wherever they appear.
 * Requests are logged by logRequests: a logger for every request of its own (pino-http) costs more than most answers.
 */
export function logging(config: Config): Params {
  return {
    forRoutes: [],
    pinoHttp: {
      level: config.LOG_LEVEL,
      wrapSerializers: false,
      serializers: { err: errorInLog },
      redact: ['req.headers', 'res.headers', 'req.query', 'req.remoteAddress', 'req.remotePort'],
      mixin: () => {
        const traceId = currentTrace()
        return traceId ? { traceId } : {}
      },
      hooks: { streamWrite: maskPhones },
    },
  }
}
