import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Clock } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { addressGroup } from '../rules/address-group.ts'
import { bookRequest } from '../rules/request-pace.ts'
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

const IS_SIGNED = 'is-signed'

/** Marks a route whose callers sign each request: many may come from one address, and checking one costs little. */
export const SignedByCaller = () => SetMetadata(IS_SIGNED, true)

/** Askers kept in mind; those who are quiet are forgotten when there are more. */
const MOST_ASKERS = 50_000

/** Answers 429 with Retry-After to who asks too often. Counts in this process; each replica counts its own share. */
@Injectable()
export class RequestLimitGuard implements CanActivate {
  readonly #limits: RequestLimits
  readonly #clock: Clock
  readonly #reflector: Reflector
  readonly #bookedUntil = new Map<string, number>()

  constructor(@Inject(REQUEST_LIMITS) limits: RequestLimits, clock: Clock, reflector: Reflector) {
    this.#limits = limits
    this.#clock = clock
    this.#reflector = reflector
  }

  canActivate(context: ExecutionContext): boolean {
    if (this.#reflector.get<boolean | undefined>(IS_SIGNED, context.getHandler())) return true
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const now = this.#clock.now().getTime()
    for (const [asker, perMinute] of this.#askersOf(request, context)) {
      const answer = bookRequest(this.#bookedUntil.get(asker), perMinute, now)
      if ('retryAfterSeconds' in answer) {
        void context.switchToHttp().getResponse<FastifyReply>().header('retry-after', String(answer.retryAfterSeconds))
        throw new ProblemError('TOO_MANY_REQUESTS')
      }
      this.#bookedUntil.set(asker, answer.bookedUntil)
    }
    if (this.#bookedUntil.size > MOST_ASKERS) this.#forgetQuiet(now)
    return true
  }

  #askersOf(request: FastifyRequest, context: ExecutionContext): [string, number][] {
    const address = addressGroup(request.ip)
    const { authorization } = request.headers
    const signsIn = this.#reflector.get<boolean | undefined>(SIGNS_IN, context.getHandler()) ?? false
    const askers: [string, number][] = [[`address ${address}`, this.#limits.perAddress]]
    if (authorization) askers.push([`session ${hashToken(authorization).toString('base64url')}`, this.#limits.perSession])
    if (signsIn) askers.push([`sign-in ${address}`, this.#limits.signInsPerAddress])
    return askers
  }

  #forgetQuiet(now: number): void {
    for (const [asker, bookedUntil] of this.#bookedUntil) if (bookedUntil <= now) this.#bookedUntil.delete(asker)
  }
}
