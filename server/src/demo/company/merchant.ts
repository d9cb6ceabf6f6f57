import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { sealOfMerchants } from '../../modules/payments/index.ts'
import { newId } from '../../platform/clock/index.ts'
import { garden } from './sites.ts'

/** The sandbox that runs beside, and by what the server seals. */
export interface DemoPay {
  sandboxUrl: string
  programKey: string
}

interface MerchantCard {
  mchid: string
  appid: string
  serialNo: string
  privateKeyPem: string
  apiV3Key: string
  platformKeys: Record<string, string>
}

const MCHID = '1900007001'
const REFUND_ALONE_FEN = 20_000
/** The sandbox starts at the same time. */
const PATIENCE_MS = 20_000

/** The company takes money by the sandbox's merchant, whose keys nobody but the sandbox knows; without one, at the counter only. */
export async function takeMoney(client: pg.ClientBase, now: Date, pay: DemoPay | null): Promise<void> {
  const [place] = (
    await client.query<{ id: string; companyId: string }>(
      'SELECT id, company_id AS "companyId" FROM communities WHERE name = $1',
      [garden.name],
    )
  ).rows
  if (!place) return
  await client.query('INSERT INTO payment_rules (community_id, refund_alone_fen) VALUES ($1, $2)', [place.id, REFUND_ALONE_FEN])
  const card = pay && (await cardOf(pay.sandboxUrl))
  if (!card) return
  const id = newId(now)
  const seal = sealOfMerchants(pay.programKey)
  const platformKeys = Object.entries(card.platformKeys).map(([serial, pem]) => ({ serial, pem }))
  await client.query(
    `INSERT INTO pay_merchants (company_id, id, mode, mchid, appid, serial_no, sealed_private_key, sealed_api_key, platform_keys, key_serial,
       created_at)
     VALUES ($1, $2, 'direct', $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      place.companyId,
      id,
      card.mchid,
      card.appid,
      card.serialNo,
      seal.seal(card.privateKeyPem, id),
      seal.seal(card.apiV3Key, id),
      JSON.stringify(platformKeys),
      platformKeys.at(-1)!.serial,
      now,
    ],
  )
}

async function cardOf(sandboxUrl: string): Promise<MerchantCard | null> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(300)) {
    const answer = await fetch(`${sandboxUrl}/control/pay/merchants`).catch(() => null)
    if (answer?.ok) return ((await answer.json()) as MerchantCard[]).find(({ mchid }) => mchid === MCHID) ?? null
  }
  return null
}
