import { createHash } from 'node:crypto'
import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyRequest } from 'fastify'
import { Clock } from '../../../platform/clock/index.ts'
import { Gathering, IdentityDatabase, type Act } from '../../../platform/database/index.ts'
import { CALLED_BY, IDEMPOTENT, ProblemError, type CallerRule } from '../../../platform/http/index.ts'
import type { CallerAct } from '../caller-act.ts'
import { livesIn, permissionsIn, type Caller } from '../rules/caller.ts'
import { noteSeen } from '../actions/note-seen.ts'
import { findCallers, type CallerWish } from '../queries/find-caller.ts'
import { groundsOf } from '../rules/grounds.ts'
import { mayCall, type Standing } from '../rules/may-call.ts'
import { hashToken } from '../session-token.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const idempotencyKey = /^[\w-]{8,100}$/

const LONGEST_DEVICE = 300

type CalledRequest = FastifyRequest & { act?: Act | CallerAct }

/** Finds the caller, lets in whom the route names, and gives the action its act. Deny by default. */
@Injectable()
export class CallerGuard implements CanActivate {
  readonly #reflector: Reflector
  readonly #identity: IdentityDatabase
  readonly #clock: Clock
  readonly #anywhere: Gathering<CallerWish, Caller | null>
  readonly #here: Gathering<CallerWish, Caller | null>

  constructor(reflector: Reflector, identity: IdentityDatabase, clock: Clock) {
    this.#reflector = reflector
    this.#identity = identity
    this.#clock = clock
    this.#anywhere = new Gathering((wishes) => findCallers(identity, wishes))
    this.#here = new Gathering((wishes) => findCallers(identity, wishes))
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<CalledRequest>()
    const targets = [context.getHandler(), context.getClass()] as const
    const rules = this.#reflector.getAllAndOverride<CallerRule[] | undefined>(CALLED_BY, [...targets])
    const now = this.#clock.now()
    const communityId = communityIn(request)
    const caller = await this.#callerOf(request, now, communityId)
    const verdict = mayCall(rules, caller && standingOf(caller, communityId), communityId !== null)
    if (verdict === 'sign-in') throw new ProblemError('NOT_SIGNED_IN')
    if (verdict === 'unknown') throw new ProblemError('NOT_FOUND')
    if (verdict === 'not-allowed') throw new ProblemError('NOT_ALLOWED')
    const isIdempotent = this.#reflector.getAllAndOverride<boolean | undefined>(IDEMPOTENT, [...targets]) ?? false
    request.act = actOf(request, caller, { communityId, rules: rules!, now, isIdempotent })
    if (caller && !caller.seenLately) noteSeen(this.#identity, caller.sessionId, request.act)
    return true
  }

  async #callerOf(request: FastifyRequest, now: Date, communityId: string | null): Promise<Caller | null> {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (!token) return null
    return (communityId ? this.#here : this.#anywhere).ask({ by: hashToken(token), now, communityId })
  }
}

function communityIn(request: FastifyRequest): string | null {
  const { communityId } = request.params as { communityId?: string }
  if (communityId === undefined) return null
  if (!uuid.test(communityId)) throw new ProblemError('NOT_FOUND')
  return communityId.toLowerCase()
}

function standingOf(caller: Caller, communityId: string | null): Standing {
  if (communityId === null) {
    return {
      signedIn: true,
      isResident: caller.account !== null,
      isStaff: caller.staff !== null,
      permissions: new Set(caller.staff?.posts.flatMap((post) => post.permissions)),
    }
  }
  return {
    signedIn: true,
    isResident: livesIn(caller, communityId),
    isStaff: caller.staff?.posts.some((post) => post.communityId === communityId) ?? false,
    permissions: permissionsIn(caller, communityId),
  }
}

interface Asked {
  communityId: string | null
  rules: readonly CallerRule[]
  now: Date
  isIdempotent: boolean
}

function actOf(
  request: FastifyRequest,
  caller: Caller | null,
  { communityId, rules, now, isIdempotent }: Asked,
): Act | CallerAct {
  const worksHere = communityId === null || caller?.staff?.posts.some((post) => post.communityId === communityId)
  const asStaff = caller?.staff && (worksHere || !caller.account) ? caller.staff : null
  const companies = new Set([...(caller?.homes.map((home) => home.companyId) ?? []), ...(asStaff ? [asStaff.companyId] : [])])
  const communities = communityId === null ? (caller?.reach ?? []) : [communityId]
  const act: Act = {
    actor: asStaff
      ? { kind: 'staff', id: asStaff.id, name: asStaff.name }
      : { kind: 'resident', id: caller?.account?.id ?? null, name: residentName(caller, communityId) },
    reach: { communities, companies: [...companies], buildings: caller ? groundsOf(caller, rules, communities) : undefined },
    now,
    traceId: request.id,
    address: request.ip,
    device: request.headers['user-agent']?.slice(0, LONGEST_DEVICE) ?? null,
    idempotency: isIdempotent ? claimOf(request) : null,
  }
  return caller ? { ...act, caller } : act
}

function residentName(caller: Caller | null, communityId: string | null): string {
  const home = caller?.homes.find((each) => communityId === null || each.communityId === communityId)
  return home?.residentName ?? caller?.account?.name ?? '住户'
}

function claimOf(request: FastifyRequest): { key: string; requestHash: Buffer } {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !idempotencyKey.test(key)) throw new ProblemError('IDEMPOTENCY_KEY_MISSING')
  const body = request.body === undefined || request.isMultipart?.() ? '' : JSON.stringify(request.body)
  return { key, requestHash: createHash('sha256').update(`${request.method} ${request.url}\n${body}`).digest() }
}

/** The act of a route that needs no session. */
export const CurrentAct = createParamDecorator((_, context: ExecutionContext): Act => {
  return context.switchToHttp().getRequest<Required<CalledRequest>>().act
})

/** The act of a signed-in caller. */
export const CurrentCaller = createParamDecorator((_, context: ExecutionContext): CallerAct => {
  return context.switchToHttp().getRequest<{ act: CallerAct }>().act
})
