import type { SignInWithPassword } from '@yinuo/contracts'
import type { Act, IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { Seal } from '../../../platform/secrets/index.ts'
import { isPasswordOf } from '../password-hash.ts'
import { addressGroup } from '../rules/address-group.ts'
import { totpStep } from '../rules/totp.ts'
import { claimAttempt, forgetAttempts, giveBackAttempt } from './claim-attempt.ts'
import { openStaffSession, type OpenedSession } from './open-session.ts'

interface Person {
  id: string
  active: boolean
  passwordHash: string | null
  sealedTotpSecret: string | null
}

const FIND_PERSON = {
  name: 'find-staff-by-login',
  text: `SELECT id, active, password_hash AS "passwordHash", CASE WHEN totp_confirmed_at IS NOT NULL THEN totp_secret END AS "sealedTotpSecret"
         FROM staff WHERE login = $1`,
}

const USE_STEP = {
  name: 'use-totp-step',
  text: `UPDATE staff SET totp_used_step = $2 WHERE id = $1 AND (totp_used_step IS NULL OR totp_used_step < $2) RETURNING id`,
}

/**
 * Signs a member of staff in at the console. An unknown login, a wrong password, a disabled account and a wrong or
 * used one-time code all answer alike and take alike.
 */
export async function signInWithPassword(
  identity: IdentityDatabase,
  seal: Seal,
  act: Act,
  wish: SignInWithPassword,
): Promise<OpenedSession & { staffId: string }> {
  const trier = { login: wish.login.toLowerCase(), address: addressGroup(act.address) }
  await claimAttempt(identity, trier, act.now)
  const [person] = await identity.run<Person>(FIND_PERSON, [trier.login])
  const isRight = await isPasswordOf(person?.passwordHash ?? null, wish.password)
  if (!person || !isRight || !person.active) throw new ProblemError('SIGN_IN_FAILED')
  if (person.sealedTotpSecret) {
    if (!wish.totp) {
      await giveBackAttempt(identity, trier)
      throw new ProblemError('TOTP_REQUIRED')
    }
    await useTotp(identity, person.id, seal.open(person.sealedTotpSecret, person.id), wish.totp, act.now)
  }
  await forgetAttempts(identity, trier)
  return { ...(await openStaffSession(identity, act, person.id)), staffId: person.id }
}

async function useTotp(identity: IdentityDatabase, staffId: string, secret: string, code: string, now: Date): Promise<void> {
  const step = totpStep(secret, code, now)
  const used = step === null ? [] : await identity.run(USE_STEP, [staffId, step])
  if (used.length === 0) throw new ProblemError('SIGN_IN_FAILED')
}
