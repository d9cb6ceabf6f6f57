import { Inject, Injectable, SetMetadata, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import {
  ThrottlerGuard,
  ThrottlerStorageService,
  type ThrottlerLimitDetail,
  type ThrottlerModuleOptions,
} from '@nestjs/throttler'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../../../platform/http/index.ts'
import { addressGroup } from '../rules/address-group.ts'
import { hashToken } from '../session-token.ts'

/** Requests taken within a minute. */
export interface RequestLimits {
  /** A property office shares one address, and so do the phones behind one mobile carrier. */
  perAddress: number
  perSession: number
  signInsPerAddress: number
}

export const REQUEST_LIMITS = Symbol('request limits')

export const usualLimits: RequestLimits = { perAddress: 3000, perSession: 600, signInsPerAddress: 60 }

const SIGNS_IN = 'signs-in'

/** Marks a route that tries a secret: fewer of them are taken from one address. */
export const SignsIn = () => SetMetadata(SIGNS_IN, true)

const MINUTE = 60_000

/** Answers 429 with Retry-After to who asks too often. Counts in this process; each replica counts its own share. */
@Injectable()
export class RequestLimitGuard extends ThrottlerGuard {
  constructor(@Inject(REQUEST_LIMITS) limits: RequestLimits, counts: ThrottlerStorageService, reflector: Reflector) {
    super(optionsOf(limits), counts, reflector)
  }

  protected override throwThrottlingException(context: ExecutionContext, detail: ThrottlerLimitDetail): Promise<void> {
    void context.switchToHttp().getResponse<FastifyReply>().header('retry-after', String(detail.timeToBlockExpire))
    throw new ProblemError('TOO_MANY_REQUESTS')
  }
}

function optionsOf(limits: RequestLimits): ThrottlerModuleOptions {
  const address = (request: Record<string, unknown>) => addressGroup((request as unknown as FastifyRequest).ip)
  return {
    setHeaders: false,
    generateKey: (_context, tracker, name) => `${name} ${tracker}`,
    throttlers: [
      { name: 'address', limit: limits.perAddress, ttl: MINUTE, getTracker: address },
      { name: 'session', limit: limits.perSession, ttl: MINUTE, getTracker: sessionOf, skipIf: hasNoSession },
      { name: 'sign-in', limit: limits.signInsPerAddress, ttl: MINUTE, getTracker: address, skipIf: triesNoSecret },
    ],
  }
}

function sessionOf(request: Record<string, unknown>): string {
  return hashToken((request as unknown as FastifyRequest).headers.authorization ?? '').toString('base64url')
}

function hasNoSession(context: ExecutionContext): boolean {
  return context.switchToHttp().getRequest<FastifyRequest>().headers.authorization === undefined
}

function triesNoSecret(context: ExecutionContext): boolean {
  return Reflect.getMetadata(SIGNS_IN, context.getHandler()) !== true
}
