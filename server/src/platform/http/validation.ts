import { ValidationPipe, type ValidationError } from '@nestjs/common'
import { ProblemError } from './problem.ts'

/** Checks every body and query against its class; names each wrong field with a sentence. Unknown fields are refused. */
export function validation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new ProblemError(
        'VALIDATION_FAILED',
        {},
        errors.flatMap((error) => fieldErrors(error, '')),
      ),
  })
}

function fieldErrors(error: ValidationError, path: string): { field: string; message: string }[] {
  const field = path ? `${path}.${error.property}` : error.property
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    message: rule === 'whitelistValidation' ? '不能提交这个字段' : message,
  }))
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))]
}
