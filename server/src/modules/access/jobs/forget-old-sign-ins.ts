import { Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../../../platform/clock/index.ts'
import { IdentityDatabase } from '../../../platform/database/index.ts'

const DAY = 86_400_000

const FORGET = {
  name: 'forget-old-sign-ins',
  text: `
    WITH tickets AS (DELETE FROM sign_in_tickets WHERE expires_at < $1),
         attempts AS (DELETE FROM sign_in_attempts WHERE last_failed_at < $1),
         refreshed AS (DELETE FROM refresh_tokens WHERE used_at < $2)
    DELETE FROM sessions WHERE expires_at < $2`,
}

/** Tickets and wrong tries are of no use after a day, sessions and used refresh tokens after a month. Every replica may run it. */
@Injectable()
export class ForgetOldSignIns {
  readonly #identity: IdentityDatabase
  readonly #clock: Clock

  constructor(identity: IdentityDatabase, clock: Clock) {
    this.#identity = identity
    this.#clock = clock
  }

  @Cron('17 3 * * *', { timeZone: 'Asia/Shanghai' })
  async run(): Promise<void> {
    const now = this.#clock.now().getTime()
    await this.#identity.run(FORGET, [new Date(now - DAY), new Date(now - 30 * DAY)])
  }
}
