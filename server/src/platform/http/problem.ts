import { problems, type ProblemCode } from '@yinuo/contracts'

/** A refusal with a stable code and a Chinese sentence for people; becomes problem+json. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly detail: string
  readonly errors: { field: string; message: string }[] | undefined

  constructor(code: ProblemCode, values: Record<string, string | number> = {}, errors?: { field: string; message: string }[]) {
    super(code)
    this.code = code
    this.status = problems[code].status
    this.detail = problems[code].text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
    this.errors = errors
  }
}
