import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import { problems, type ProblemCode } from '@yinuo/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isConnectionLoss, tookTooLong } from '../database/pipeline.ts'
import { ProblemError } from './problem.ts'

/** Every error leaves as RFC 9457 problem+json; what nobody foresaw says nothing about the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('http')

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())
  }

  /** Also for what Fastify refuses before Nest hears of it: bodies and addresses that cannot be read. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent) return
    const problem = asProblem(error)
    if (problem.code === 'INTERNAL' || tookTooLong(error)) this.#log.error({ err: error, traceId: request.id })
    if (problem.status === 503) void reply.header('retry-after', '2')
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(
        JSON.stringify({
          type: `https://yinuo.example/problems/${problem.code.toLowerCase().replaceAll('_', '-')}`,
          title: problem.code,
          status: problem.status,
          code: problem.code,
          detail: problem.detail,
          traceId: request.id,
          ...(problem.errors ? { errors: problem.errors } : {}),
        }),
      )
  }
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (isConnectionLoss(error) || tookTooLong(error)) return new ProblemError('NOT_READY')
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode
  if (status !== undefined && status >= 400 && status < 500) return new ProblemError(byStatus(status))
  return new ProblemError(databaseRefusal(error as { code?: string }))
}

function byStatus(status: number): ProblemCode {
  if (status === 404) return 'NOT_FOUND'
  if (status === 413) return 'FILE_TOO_LARGE'
  if (status === 429) return 'TOO_MANY_REQUESTS'
  const known = (Object.keys(problems) as ProblemCode[]).find((code) => problems[code].status === status)
  return status === 400 || !known ? 'VALIDATION_FAILED' : known
}

/** A reference to a row that is not there, or a value no column can hold, is the caller's mistake. */
function databaseRefusal(error: { code?: string; message?: string }): ProblemCode {
  if (error.code === '23503') return 'NOT_FOUND'
  // What was written lies outside the buildings the writer's posts reach; a missing grant has the same code and is our mistake.
  if (error.code === '42501' && error.message?.includes('row-level security')) return 'NOT_ALLOWED'
  if (['22P02', '22007', '22008', '22021', '22003'].includes(error.code ?? '')) return 'VALIDATION_FAILED'
  return 'INTERNAL'
}
