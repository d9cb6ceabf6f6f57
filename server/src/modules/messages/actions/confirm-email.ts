import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { auditOf, personsOf } from './persons.ts'

const MINUTE = 60_000
const VALID_MS = 15 * MINUTE
const MOST_TRIES = 5
const MOST_A_DAY = 10

interface Wanted {
  person_id: string
  email_wanted: string | null
  email_code_hash: Buffer | null
  email_code_until: Date | null
  email_tries: number
  email_asked_at: Date[]
}

async function wantedBy(tx: EntityManager, act: CallerAct): Promise<Wanted[]> {
  const persons = personsOf(act)
  await tx.query('INSERT INTO message_preferences (person_id) SELECT unnest($1::uuid[]) ON CONFLICT (person_id) DO NOTHING', [
    persons,
  ])
  return (await tx.query(
    `SELECT person_id, email_wanted, email_code_hash, email_code_until, email_tries, email_asked_at FROM message_preferences
     WHERE person_id = ANY ($1) ORDER BY person_id FOR UPDATE`,
    [persons],
  )) as Wanted[]
}

const hashOf = (key: string, email: string, code: string) => createHmac('sha256', key).update(`${email} ${code}`).digest()

/**
 * Makes a code for an address that its owner is to confirm. The address is not used before; one a minute and ten a day, so that
 * nobody is flooded in somebody's name.
 * @returns the code, to be sent to the address
 */
export async function askEmail(tx: EntityManager, act: CallerAct, email: string, key: string): Promise<string> {
  const wanted = await wantedBy(tx, act)
  const lately = wanted.flatMap((each) => each.email_asked_at).filter((at) => act.now.getTime() - at.getTime() < 24 * 60 * MINUTE)
  const times = new Set(lately.map((at) => at.getTime()))
  const isTooSoon = [...times].some((at) => act.now.getTime() - at < MINUTE)
  if (isTooSoon || times.size >= MOST_A_DAY) throw new ProblemError('TOO_MANY_REQUESTS')
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  await tx.query(
    `UPDATE message_preferences SET email_wanted = $2, email_code_hash = $3, email_code_until = $4, email_tries = 0, email_asked_at = $5
     WHERE person_id = ANY ($1)`,
    [
      wanted.map(({ person_id }) => person_id),
      email,
      hashOf(key, email, code),
      new Date(act.now.getTime() + VALID_MS),
      [...[...times].map((at) => new Date(at)), act.now],
    ],
  )
  await auditOf(tx, act, 'messages.ask-email', null)
  return code
}

/**
 * Takes the address into use if the code is right.
 * @returns whether it was; a wrong try is counted, so the caller must let this transaction stand
 */
export async function confirmEmail(tx: EntityManager, act: CallerAct, code: string, key: string): Promise<boolean> {
  const [wanted] = await wantedBy(tx, act)
  const { email_wanted: email, email_code_hash: hash, email_code_until: until } = wanted!
  const isOpen = email && hash && until && until > act.now && wanted!.email_tries < MOST_TRIES
  const isRight = isOpen && timingSafeEqual(hash, hashOf(key, email, code))
  await tx.query(
    isRight
      ? `UPDATE message_preferences SET email = email_wanted, email_wanted = NULL, email_code_hash = NULL, email_code_until = NULL
         WHERE person_id = ANY ($1)`
      : `UPDATE message_preferences SET email_tries = email_tries + 1 WHERE person_id = ANY ($1)`,
    [personsOf(act)],
  )
  if (isRight) await auditOf(tx, act, 'messages.confirm-email', null)
  return Boolean(isRight)
}

/** No more mail. */
export async function forgetEmail(tx: EntityManager, act: CallerAct): Promise<void> {
  await tx.query(
    `UPDATE message_preferences SET email = NULL, email_wanted = NULL, email_code_hash = NULL, email_code_until = NULL
     WHERE person_id = ANY ($1)`,
    [personsOf(act)],
  )
  await auditOf(tx, act, 'messages.forget-email', null)
}
