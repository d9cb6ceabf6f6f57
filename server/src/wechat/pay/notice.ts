import { createDecipheriv } from 'node:crypto'
import type { PayMerchant } from './pay-merchant.ts'
import { NotBelieved, verify, type SignedMessage } from './signed-message.ts'

/** What WeChat Pay tells on its own, believed and opened. */
export interface PayNotice {
  id: string
  /** e.g. TRANSACTION.SUCCESS, REFUND.CLOSED */
  eventType: string
  content: Record<string, unknown>
}

const TAG_BYTES = 16
const NONCE_BYTES = 12
const KEY_BYTES = 32

/**
 * Believes a notice to a merchant, or not, and opens what is sealed in it.
 * @throws NotBelieved
 */
export function readNotice(merchant: PayMerchant, message: SignedMessage, now: Date): PayNotice {
  verify(message, merchant.platformKeys, now)
  const { id, event_type: eventType, resource } = objectIn(message.body)
  if (typeof id !== 'string' || typeof eventType !== 'string' || !isObject(resource)) throw new NotBelieved('body')
  if (resource.algorithm !== 'AEAD_AES_256_GCM') throw new NotBelieved('algorithm')
  return { id, eventType, content: objectIn(unseal(resource, merchant.apiKey)) }
}

/** The tag is looked at: a sealed text with one changed bit stays closed. */
function unseal({ ciphertext, nonce, associated_data: associated }: Record<string, unknown>, apiKey: string): Buffer {
  if (typeof ciphertext !== 'string' || typeof nonce !== 'string') throw new NotBelieved('seal')
  const sealed = Buffer.from(ciphertext, 'base64')
  const key = Buffer.from(apiKey)
  const [iv, aad] = [Buffer.from(nonce), Buffer.from(typeof associated === 'string' ? associated : '')]
  if (iv.length !== NONCE_BYTES || key.length !== KEY_BYTES || sealed.length <= TAG_BYTES) throw new NotBelieved('seal')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    decipher.setAAD(aad).setAuthTag(sealed.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()])
  } catch {
    throw new NotBelieved('seal')
  }
}

function objectIn(text: Buffer): Record<string, unknown> {
  try {
    const value = JSON.parse(text.toString('utf8')) as unknown
    if (isObject(value)) return value
  } catch {
    // Said below.
  }
  throw new NotBelieved('body')
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
