import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { publicKeyIn, type PlatformKey } from '../../../wechat/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { Merchants } from './merchants.ts'

export interface MerchantDraft {
  /** null: of the whole company */
  communityId: string | null
  mode: 'direct' | 'partner'
  mchid: string
  subMchid?: string
  serialNo: string
  privateKey: string
  apiKey: string
  platformKeys: PlatformKey[]
  keySerial: string
}

const wrong = (field: string, message: string) => new ProblemError('VALIDATION_FAILED', {}, [{ field, message }])

/** A new merchant takes over from the one before, which is stopped but still asked for what it took. */
export async function addMerchant(
  tx: EntityManager,
  act: CallerAct,
  { draft, appid, merchants }: { draft: MerchantDraft; appid: string; merchants: Merchants },
): Promise<string> {
  const { companyId } = act.caller.staff!
  const privateKey = checkSecrets(draft)
  checkKeys(draft)
  if ((draft.mode === 'partner') !== Boolean(draft.subMchid)) throw wrong('subMchid', '服务商模式请填写子商户号，直连模式不填。')
  await tx.query(
    `UPDATE pay_merchants SET stopped_at = $3, version = version + 1
     WHERE company_id = $1 AND community_id IS NOT DISTINCT FROM $2 AND stopped_at IS NULL`,
    [companyId, draft.communityId, act.now],
  )
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO pay_merchants (company_id, id, community_id, mode, mchid, sub_mchid, appid, serial_no, sealed_private_key, sealed_api_key,
       platform_keys, key_serial, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      companyId,
      id,
      draft.communityId,
      draft.mode,
      draft.mchid,
      draft.subMchid ?? null,
      appid,
      draft.serialNo.toUpperCase(),
      merchants.seal(id, privateKey),
      merchants.seal(id, draft.apiKey),
      JSON.stringify(draft.platformKeys),
      draft.keySerial,
      act.now,
    ],
  )
  const { mode, mchid, subMchid, serialNo, keySerial, platformKeys } = draft
  const after = { mode, mchid, subMchid, serialNo, keySerial, keys: platformKeys.map(({ serial }) => serial) }
  await auditMerchant(tx, act, id, { action: 'payments.add-merchant', communityId: draft.communityId, before: null, after })
  return id
}

/** During a switch both the certificate and the public key are in the list; afterwards the old one goes out of it. */
export async function setMerchantKeys(
  tx: EntityManager,
  act: CallerAct,
  id: string,
  { version, ...wish }: Pick<MerchantDraft, 'platformKeys' | 'keySerial'> & { version: number },
): Promise<void> {
  checkKeys(wish)
  const before = await lockMerchant(tx, act, id, version)
  await tx.query(
    `UPDATE pay_merchants SET platform_keys = $3, key_serial = $4, tested_at = NULL, test_trouble = NULL, version = version + 1
     WHERE company_id = $1 AND id = $2`,
    [act.caller.staff!.companyId, id, JSON.stringify(wish.platformKeys), wish.keySerial],
  )
  const after = { keys: wish.platformKeys.map(({ serial }) => serial), keySerial: wish.keySerial }
  await auditMerchant(tx, act, id, { ...before, action: 'payments.set-merchant-keys', after })
}

/** Takes no new order; what was paid to it is asked for and refunded as before. */
export async function stopMerchant(tx: EntityManager, act: CallerAct, id: string, version: number): Promise<void> {
  const before = await lockMerchant(tx, act, id, version)
  await tx.query('UPDATE pay_merchants SET stopped_at = $3, version = version + 1 WHERE company_id = $1 AND id = $2', [
    act.caller.staff!.companyId,
    id,
    act.now,
  ])
  await auditMerchant(tx, act, id, { ...before, action: 'payments.stop-merchant', after: { stopped: true } })
}

/** How the last try went, on record. */
export async function noteTest(tx: EntityManager, act: CallerAct, id: string, trouble: string | null): Promise<void> {
  const [row] = (await tx.query(
    `WITH tested AS (UPDATE pay_merchants SET tested_at = $3, test_trouble = $4 WHERE company_id = $1 AND id = $2
       RETURNING community_id) SELECT community_id AS "communityId" FROM tested`,
    [act.caller.staff!.companyId, id, act.now, trouble],
  )) as { communityId: string | null }[]
  if (!row) throw new ProblemError('NOT_FOUND')
  await auditMerchant(tx, act, id, { ...row, action: 'payments.test-merchant', before: null, after: { trouble } })
}

/** Of which community a merchant is; null: of the whole company. @throws ProblemError NOT_FOUND for one of another community */
export async function placeOfMerchant(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<string | null> {
  const [row] = (await tx.query(
    `SELECT community_id AS "communityId" FROM pay_merchants
     WHERE company_id = $1 AND id = $2 AND (community_id IS NULL OR community_id = $3)`,
    [act.caller.staff!.companyId, id, communityId],
  )) as { communityId: string | null }[]
  if (!row) throw new ProblemError('NOT_FOUND')
  return row.communityId
}

async function lockMerchant(tx: EntityManager, act: CallerAct, id: string, version: number) {
  const [kept] = (await tx.query(
    `SELECT community_id AS "communityId", key_serial AS "keySerial", version, stopped_at IS NOT NULL AS stopped
     FROM pay_merchants WHERE company_id = $1 AND id = $2 FOR UPDATE`,
    [act.caller.staff!.companyId, id],
  )) as { communityId: string | null; keySerial: string; version: number; stopped: boolean }[]
  if (!kept) throw new ProblemError('NOT_FOUND')
  if (kept.version !== version) throw new ProblemError('STALE_VERSION')
  if (kept.stopped) throw new ProblemError('PAY_MERCHANT_STOPPED')
  return { communityId: kept.communityId, before: { keySerial: kept.keySerial } }
}

/** @returns the private key as it is kept */
function checkSecrets({ privateKey, apiKey }: MerchantDraft): string {
  if (Buffer.byteLength(apiKey) !== 32) throw wrong('apiKey', 'APIv3 密钥应为 32 位，请从商户平台重新复制。')
  try {
    const key = createPrivateKey(privateKey)
    if (key.asymmetricKeyType === 'rsa') return key.export({ type: 'pkcs8', format: 'pem' }).toString()
  } catch {
    // Said below.
  }
  throw wrong('privateKey', '这不是商户 API 私钥，请粘贴 apiclient_key.pem 的全部内容。')
}

/** Each key is one, stands under its own serial, and the wished one is in the list. */
function checkKeys({ platformKeys, keySerial }: Pick<MerchantDraft, 'platformKeys' | 'keySerial'>): void {
  for (const { serial, pem } of platformKeys) {
    const isOpenKey = serial.startsWith('PUB_KEY_ID_')
    if (!isKey(pem) || isOpenKey === pem.includes('BEGIN CERTIFICATE') || pem.includes('PRIVATE'))
      throw wrong('platformKeys', '请粘贴微信支付公钥（pub_key.pem，编号以 PUB_KEY_ID_ 开头），或平台证书的全部内容。')
    if (!isOpenKey && new X509Certificate(pem).serialNumber !== serial)
      throw wrong('platformKeys', '平台证书的序列号与证书内容不符，请核对。')
  }
  if (new Set(platformKeys.map(({ serial }) => serial)).size !== platformKeys.length)
    throw wrong('platformKeys', '公钥或证书重复，请删去多余的一个。')
  if (!platformKeys.some(({ serial }) => serial === keySerial)) throw wrong('keySerial', '请在已填的公钥或证书中选择一个。')
}

function isKey(pem: string): boolean {
  try {
    return Boolean(publicKeyIn(pem))
  } catch {
    return false
  }
}

interface AuditedMerchant {
  communityId: string | null
  action: string
  before: unknown
  after: unknown
}

function auditMerchant(tx: EntityManager, act: CallerAct, id: string, { communityId, action, before, after }: AuditedMerchant) {
  const { companyId } = act.caller.staff!
  return recordAudit(tx, act, { companyId, communityId, action, subjectKind: 'pay-merchant', subjectId: id, before, after })
}
