import type { FastifyRequest } from 'fastify'
import { WechatError } from './wechat-error.ts'

/** WeChat reads a body as JSON whatever its content type says. */
export function jsonBody(request: FastifyRequest): Record<string, unknown> {
  const text = bodyText(request)
  if (text === '') throw new WechatError(44002)
  try {
    const parsed: unknown = JSON.parse(text)
    if (parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed)) return parsed as Record<string, unknown>
  } catch {
    // falls through to the same refusal
  }
  throw new WechatError(47001)
}

export function bodyText(request: FastifyRequest): string {
  return Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''
}
