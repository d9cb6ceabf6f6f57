import { problems } from '@yinuo/contracts'
import type { Problem, ProblemCode } from '@yinuo/contracts'

/** The server answered, and refused. `detail` is a Chinese sentence to show as it stands. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: ProblemCode
  readonly status: number
  readonly detail: string
  readonly traceId: string
  readonly errors: { field: string; message: string }[]

  constructor(problem: Pick<Problem, 'status' | 'detail' | 'traceId' | 'errors'> & { code: ProblemCode }) {
    super(problem.detail)
    this.code = problem.code
    this.status = problem.status
    this.detail = problem.detail
    this.traceId = problem.traceId
    this.errors = problem.errors ?? []
  }
}

/** No answer came: the request may or may not have arrived. Repeat it with the same idempotency key. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'

  constructor(cause: unknown) {
    super('网络不通，请检查后重试；您填写的内容不会丢失。', { cause })
  }
}

export function problemOf(status: number, body: unknown): ApiProblem {
  if (isProblem(body)) return new ApiProblem({ ...body, status })
  const code = [502, 503, 504].includes(status) ? 'NOT_READY' : 'INTERNAL'
  return new ApiProblem({ code, status, detail: problems[code].text, traceId: '' })
}

function isProblem(body: unknown): body is Problem & { code: ProblemCode } {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body
}
