import type { IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { Seal } from '../../../platform/secrets/index.ts'
import type { CallerAct } from '../caller-act.ts'
import { newTotpSecret, totpStep, totpUri } from '../rules/totp.ts'

const OFFER = { name: 'offer-totp', text: `UPDATE staff SET totp_offer = $2 WHERE id = $1 RETURNING login` }
const FIND_OFFER = { name: 'find-totp-offer', text: `SELECT totp_offer AS offer FROM staff WHERE id = $1` }
const CONFIRM = {
  name: 'confirm-totp',
  text: `UPDATE staff SET totp_secret = totp_offer, totp_offer = NULL, totp_confirmed_at = $3, totp_used_step = $4
         WHERE id = $1 AND totp_offer = $2 RETURNING id`,
}

/** Offers a new secret, shown this once. A secret in use stays in use until the new one is confirmed. */
export async function offerTotp(identity: IdentityDatabase, seal: Seal, act: CallerAct): Promise<{ uri: string }> {
  const staffId = act.caller.staff!.id
  const secret = newTotpSecret()
  const [staff] = await identity.run<{ login: string }>(OFFER, [staffId, seal.seal(secret, staffId)])
  if (!staff) throw new ProblemError('NOT_FOUND')
  return { uri: totpUri(secret, staff.login) }
}

/** Puts the offered secret to use once the app shows a right code for it; that code is thereby used. */
export async function confirmTotp(identity: IdentityDatabase, seal: Seal, act: CallerAct, code: string): Promise<void> {
  const staffId = act.caller.staff!.id
  const [known] = await identity.run<{ offer: string | null }>(FIND_OFFER, [staffId])
  const step = known?.offer ? totpStep(seal.open(known.offer, staffId), code, act.now) : null
  const confirmed = step === null ? [] : await identity.run(CONFIRM, [staffId, known!.offer, act.now, step])
  if (confirmed.length > 0) return
  throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'totp', message: '动态码不正确，请等新的动态码出现后再试。' }])
}
