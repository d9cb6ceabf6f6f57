import type { Params } from 'nestjs-pino'
import type { Config } from '../config/index.ts'

const PHONE = /\b(1[3-9]\d)\d{4}(\d{4})\b/g

/** Hides the middle of every mobile number in a line of log. */
export function maskPhones(line: string): string {
  return line.replace(PHONE, '$1****$2')
}

/** JSON logs without personal data: no bodies, no query strings, no tokens; phone numbers masked wherever they appear. */
export function logging(config: Config): Params {
  return {
    pinoHttp: {
      level: config.LOG_LEVEL,
      genReqId: (request) => request.id,
      autoLogging: {
        ignore: (request) => /^\/(health|metrics)/.test((request as { originalUrl?: string }).originalUrl ?? request.url ?? ''),
      },
      redact: ['req.headers', 'res.headers', 'req.query', 'req.remoteAddress', 'req.remotePort'],
      serializers: {
        req: (request: { id: string; method: string; url: string }) => ({
          traceId: request.id,
          method: request.method,
          path: request.url.split('?')[0],
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
      hooks: { streamWrite: maskPhones },
    },
  }
}
