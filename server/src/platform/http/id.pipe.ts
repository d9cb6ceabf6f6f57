import { Param, type PipeTransform } from '@nestjs/common'
import { ProblemError } from './problem.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const idPipe: PipeTransform<string, string> = {
  transform(value) {
    if (!uuid.test(value)) throw new ProblemError('NOT_FOUND')
    return value.toLowerCase()
  },
}

/** An id in the path. What cannot be an id is not found, like any other row that does not exist. */
export const Id = (name: string) => Param(name, idPipe)
