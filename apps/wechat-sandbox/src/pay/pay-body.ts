import type { FastifyRequest } from 'fastify'
import { bodyText } from '../request-body.ts'
import { PayError } from './pay-error.ts'

export function payBody(request: FastifyRequest): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(bodyText(request))
    if (parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed)) return parsed as Record<string, unknown>
  } catch {
    // falls through to the same refusal
  }
  throw new PayError('PARAM_ERROR', '无法将输入源“/body”映射到目标字段，请检查JSON格式')
}
