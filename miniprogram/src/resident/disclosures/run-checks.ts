import { disclosureLimits } from '@yinuo/contracts'
import type { OwnDisclosureLine, PostedDisclosure } from '@yinuo/contracts'
import type { Bundle, Check, Known, SignedHead } from '@yinuo/disclosure-proof'
import { platform } from '../../platform'
import { call } from '../../session/session.ts'

/** Fetched when somebody checks, and not before: an old phone cannot even load it. */
const proofs = () =>
  import('@yinuo/disclosure-proof').catch(() => {
    throw new Error('核验程序没有下载完，请看看网络，再试一次。')
  })

export interface CheckedPayment {
  own: OwnDisclosureLine
  /** null: the books have it, the disclosure has not */
  checks: Check[] | null
}

export interface Checked {
  holds: boolean
  head: Check[]
  payments: CheckedPayment[]
  /** the lines added up again; null where they are too many for a phone */
  whole: Check[] | null
  code: string
  fingerprint: string
}

/** Numbers of 256 bits are younger than some phones. */
export const canCheck = () => typeof BigInt === 'function'

const keyName = (communityId: string) => `disclosure-key.${communityId}`

/** Checks a disclosure on this phone, by what the server sent and what the phone knew before. */
export async function runChecks(posted: PostedDisclosure, own: OwnDisclosureLine[]): Promise<Checked> {
  const { fingerprintOf, headHash, shortCode, verifyChain, verifyPayment } = await proofs()
  const disclosure = posted.signed as SignedHead
  const known = knownKey(posted)
  const head = verifyChain([disclosure], known).checks.filter(({ name }) => name !== 'chain')
  const payments = own.map(({ secret, inclusion, ...rest }) => ({
    own: { secret, inclusion, ...rest },
    checks:
      secret && inclusion ? verifyPayment({ disclosure, ...inclusion }, { secret, amountFen: rest.amountFen }).checks : null,
  }))
  const whole = disclosure.head.lines <= disclosureLimits.linesOnPhone ? await checkWhole(posted, known) : null
  const paid = payments.every(({ checks }) => checks?.every(({ holds }) => holds) ?? false)
  const holds = paid && [...head, ...(whole ?? [])].every((check) => check.holds)
  if (holds) platform.write(keyName(posted.communityId), disclosure.publicKey)
  return {
    holds,
    head,
    payments,
    whole,
    code: shortCode(headHash(disclosure.head)),
    fingerprint: fingerprintOf(disclosure.publicKey),
  }
}

async function checkWhole(posted: PostedDisclosure, known: Known): Promise<Check[]> {
  const { headHash, verifyBundle } = await proofs()
  const bundle = (await call('GET /disclosures/{id}/bundle', { path: { id: posted.id } })) as Bundle
  const { checks } = verifyBundle(bundle, { ...known, headHash: headHash(posted.signed.head as SignedHead['head']) })
  return checks.filter(({ name }) => name !== 'key' && name !== 'signature')
}

/** The key this phone saw when a check last held. The first time it has none. */
function knownKey({ communityId }: PostedDisclosure): Known {
  const publicKey = platform.read<string>(keyName(communityId))
  return publicKey ? { publicKey } : {}
}
