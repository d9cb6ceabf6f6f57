import type { IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { mustWaitMilliseconds, withAnotherTry, type Attempts } from '../rules/sign-in-lock.ts'

/** Whose tries are counted together: one login from one address, whether the login exists or not. */
export interface Trier {
  login: string
  address: string
}

export class SignInLocked extends ProblemError {
  readonly retryAfterSeconds: number

  constructor(waitMilliseconds: number) {
    super('SIGN_IN_LOCKED', { minutes: Math.ceil(waitMilliseconds / 60_000) })
    this.retryAfterSeconds = Math.ceil(waitMilliseconds / 1000)
  }
}

const FIND_ATTEMPTS = {
  name: 'find-sign-in-attempts',
  text: `SELECT failures, last_failed_at AS "lastFailedAt" FROM sign_in_attempts WHERE login = $1 AND address = $2`,
}

/** Writes only over what was read: of two tries at once, one reads again and meets the other's count. */
const COUNT_ATTEMPT = {
  name: 'count-sign-in-attempt',
  text: `
    INSERT INTO sign_in_attempts AS known (login, address, failures, last_failed_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (login, address) DO UPDATE SET failures = excluded.failures, last_failed_at = excluded.last_failed_at
      WHERE known.failures = $5 AND known.last_failed_at = $6
    RETURNING 1`,
}

const GIVE_BACK_ATTEMPT = {
  name: 'give-back-sign-in-attempt',
  text: `UPDATE sign_in_attempts SET failures = failures - 1 WHERE login = $1 AND address = $2 AND failures > 0`,
}

const FORGET_ATTEMPTS = {
  name: 'forget-sign-in-attempts',
  text: `DELETE FROM sign_in_attempts WHERE login = $1 AND address = $2`,
}

/**
 * Counts a try as failed before it is judged.
 * @throws SignInLocked while the trier has to wait; a locked try is not counted.
 */
export async function claimAttempt(identity: IdentityDatabase, { login, address }: Trier, now: Date): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    const [seen = null] = await identity.run<Attempts>(FIND_ATTEMPTS, [login, address])
    const wait = mustWaitMilliseconds(seen, now)
    if (wait > 0) throw new SignInLocked(wait)
    const next = withAnotherTry(seen, now)
    const values = [login, address, next.failures, next.lastFailedAt, seen?.failures ?? null, seen?.lastFailedAt ?? null]
    const counted = await identity.run(COUNT_ATTEMPT, values)
    if (counted.length > 0) return
  }
  throw new ProblemError('TOO_MANY_REQUESTS')
}

/** The password was right and a one-time code is still missing: neither a failure nor a success. */
export async function giveBackAttempt(identity: IdentityDatabase, { login, address }: Trier): Promise<void> {
  await identity.run(GIVE_BACK_ATTEMPT, [login, address])
}

export async function forgetAttempts(identity: IdentityDatabase, { login, address }: Trier): Promise<void> {
  await identity.run(FORGET_ATTEMPTS, [login, address])
}
