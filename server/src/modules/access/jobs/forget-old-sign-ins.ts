import { Injectable } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { Clock } from '../../../platform/clock/index.ts'
import { IdentityDatabase } from '../../../platform/database/index.ts'

const MONTH = 30 * 86_400_000

const FORGET = { name: 'forget-used-refresh-tokens', text: 'DELETE FROM refresh_tokens WHERE used_at < $1' }

/**
 * Used refresh tokens tell of theft for a month. Sessions, tickets and wrong tries go by the rules of retention (privacy).
 * Every replica may run it.
 */
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
    await this.#identity.run(FORGET, [new Date(this.#clock.now().getTime() - MONTH)])
  }
}
