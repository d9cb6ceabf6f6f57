import { Injectable } from '@nestjs/common'
import type { Permission } from '@yinuo/contracts'
import { Clock } from '../../platform/clock/index.ts'
import { IdentityDatabase } from '../../platform/database/index.ts'
import type { CallerAct } from './caller-act.ts'
import { callerOfSession } from './queries/find-caller.ts'
import { holds, type Caller } from './rules/caller.ts'

/** For answers that last: whether who once might listen still may. */
@Injectable()
export class CallerWatch {
  readonly #identity: IdentityDatabase
  readonly #clock: Clock

  constructor(identity: IdentityDatabase, clock: Clock) {
    this.#identity = identity
    this.#clock = clock
  }

  /** @param buildingId where something happened, null: in no building; left out: asked of the community as such */
  async stillHolds(
    act: CallerAct,
    communityId: string,
    permission: Permission,
    buildingId?: string | null,
  ): Promise<'yes' | 'elsewhere' | 'no'> {
    const caller = await callerOfSession(this.#identity, act.caller.sessionId, this.#clock.now(), communityId)
    if (caller === null || !holds(caller, communityId, permission)) return 'no'
    return holds(caller, communityId, permission, buildingId) ? 'yes' : 'elsewhere'
  }

  /** Whether the holder of a session still has to do with a community: a home, a post, an application. */
  async isAtHomeIn(sessionId: string, communityId: string, now: Date): Promise<boolean> {
    const caller = await callerOfSession(this.#identity, sessionId, now, communityId)
    return caller?.reach.includes(communityId) ?? false
  }

  /** Who holds the session at this moment, and what they may do; nobody once it is over. */
  callerOf(sessionId: string): Promise<Caller | null> {
    return callerOfSession(this.#identity, sessionId, this.#clock.now())
  }
}
