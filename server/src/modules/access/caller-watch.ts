import { Injectable } from '@nestjs/common'
import type { Permission } from '@yinuo/contracts'
import { Clock } from '../../platform/clock/index.ts'
import { IdentityDatabase } from '../../platform/database/index.ts'
import type { CallerAct } from './caller-act.ts'
import { callerOfSession } from './queries/find-caller.ts'
import { holds } from './rules/caller.ts'

/** For answers that last: whether who once might listen still may. */
@Injectable()
export class CallerWatch {
  readonly #identity: IdentityDatabase
  readonly #clock: Clock

  constructor(identity: IdentityDatabase, clock: Clock) {
    this.#identity = identity
    this.#clock = clock
  }

  async stillHolds(act: CallerAct, communityId: string, permission: Permission): Promise<boolean> {
    const caller = await callerOfSession(this.#identity, act.caller.sessionId, this.#clock.now())
    return caller !== null && holds(caller, communityId, permission)
  }
}
