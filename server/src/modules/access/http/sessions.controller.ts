import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Database, IdentityDatabase, type Act } from '../../../platform/database/index.ts'
import { CalledBy } from '../../../platform/http/index.ts'
import type { Seal } from '../../../platform/secrets/index.ts'
import { Wechat, WechatError, wechatProblem } from '../../../wechat/index.ts'
import { SignInLocked } from '../actions/claim-attempt.ts'
import { openAccountSession } from '../actions/open-session.ts'
import { refreshSession } from '../actions/refresh-session.ts'
import { signInWithPassword } from '../actions/sign-in-with-password.ts'
import { welcome } from '../actions/welcome.ts'
import { TOTP_SEAL } from '../totp-seal.ts'
import { RefreshSession, SessionTokens, SignedIn, SignInWithPassword, SignInWithWechat } from './access.dto.ts'
import { CurrentAct } from './caller.guard.ts'
import { SignsIn } from './request-limit.guard.ts'

@ApiTags('sessions')
@Controller('sessions')
@CalledBy('anyone')
export class SessionsController {
  readonly #identity: IdentityDatabase
  readonly #database: Database
  readonly #wechat: Wechat
  readonly #seal: Seal

  constructor(identity: IdentityDatabase, database: Database, wechat: Wechat, @Inject(TOTP_SEAL) seal: Seal) {
    this.#identity = identity
    this.#database = database
    this.#wechat = wechat
    this.#seal = seal
  }

  @Post('wechat')
  @HttpCode(200)
  @ApiOkResponse({ type: SignedIn })
  async signInWithWechat(@CurrentAct() act: Act, @Body() { code }: SignInWithWechat): Promise<SignedIn> {
    const who = await this.#wechat.signIn(code).catch(toProblem)
    const opened = await openAccountSession(this.#identity, act, who)
    return welcome(this.#identity, this.#database, act, opened, 'wechat')
  }

  @Post('password')
  @HttpCode(200)
  @SignsIn()
  @ApiOkResponse({ type: SignedIn })
  async signInWithPassword(
    @CurrentAct() act: Act,
    @Body() body: SignInWithPassword,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const opened = await signInWithPassword(this.#identity, this.#seal, act, body).catch((error: unknown) => {
      if (error instanceof SignInLocked) void reply.header('retry-after', String(error.retryAfterSeconds))
      throw error
    })
    return welcome(this.#identity, this.#database, act, opened, 'password')
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionTokens })
  async refreshSession(@CurrentAct() act: Act, @Body() { refreshToken }: RefreshSession): Promise<SessionTokens> {
    const secrets = await refreshSession(this.#identity, this.#database, act, refreshToken)
    return { ...secrets, expiresAt: secrets.expiresAt.toISOString() }
  }
}

function toProblem(error: unknown): never {
  throw error instanceof WechatError ? wechatProblem(error) : error
}
