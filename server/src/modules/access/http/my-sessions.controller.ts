import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { endAllSessions, endOtherSessions, endSession } from '../actions/end-sessions.ts'
import type { CallerAct } from '../caller-act.ts'
import { listSessions } from '../queries/list-sessions.ts'
import { SessionRow } from './access.dto.ts'
import { CurrentCaller } from './caller.guard.ts'

/** 登录设备: where somebody is signed in, and ending it. */
@ApiTags('me')
@Controller()
@CalledBy('signed-in')
export class MySessionsController {
  readonly #identity: IdentityDatabase
  readonly #database: Database

  constructor(identity: IdentityDatabase, database: Database) {
    this.#identity = identity
    this.#database = database
  }

  @Get('me/sessions')
  @ApiOkResponse({ type: [SessionRow] })
  listMySessions(@CurrentCaller() act: CallerAct): Promise<SessionRow[]> {
    return listSessions(this.#identity, act)
  }

  @Delete('me/sessions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  endMySession(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<void> {
    return endSession(this.#identity, this.#database, act, id)
  }

  @Post('me/sessions/sign-out-others')
  @HttpCode(204)
  @ApiNoContentResponse()
  signOutOthers(@CurrentCaller() act: CallerAct): Promise<void> {
    return endOtherSessions(this.#identity, this.#database, act)
  }

  @Post('me/sessions/sign-out-everywhere')
  @HttpCode(204)
  @ApiNoContentResponse()
  signOutEverywhere(@CurrentCaller() act: CallerAct): Promise<void> {
    return endAllSessions(this.#identity, this.#database, act)
  }
}
