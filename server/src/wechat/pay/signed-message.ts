import { createPublicKey, createVerify, X509Certificate, type KeyObject } from 'node:crypto'
import type { PlatformKey } from './pay-merchant.ts'

/** Why something that says it is from WeChat Pay is not believed. */
export type Disbelief =
  | 'header-missing'
  | 'header-twice'
  | 'signature-type'
  | 'timestamp'
  | 'unknown-serial'
  | 'signature'
  | 'body'
  | 'algorithm'
  | 'seal'

export class NotBelieved extends Error {
  readonly reason: Disbelief

  constructor(reason: Disbelief) {
    super(`not believed to be from WeChat Pay: ${reason}`)
    this.reason = reason
  }
}

/** Header lines as they came: name, value, name, value. What came twice stands twice. */
export type HeaderLines = readonly string[]

export interface SignedMessage {
  headers: HeaderLines
  /** as it came over the wire */
  body: Buffer
}

const WITHIN_SECONDS = 300
const USUAL_TYPE = 'WECHATPAY2-SHA256-RSA2048'

/**
 * Makes sure that a message is WeChat's, lately made, and as it was made: by its raw bytes, with a key that is pinned.
 * A repetition within these minutes passes; what follows must bear being done twice.
 * @throws NotBelieved
 */
export function verify({ headers, body }: SignedMessage, keys: readonly PlatformKey[], now: Date): void {
  const type = only(headers, 'wechatpay-signature-type')
  if (type !== null && type !== USUAL_TYPE) throw new NotBelieved('signature-type')
  const [timestamp, nonce, serial, signature] = ['timestamp', 'nonce', 'serial', 'signature'].map((name) =>
    needed(headers, `wechatpay-${name}`),
  ) as [string, string, string, string]
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : NaN
  if (!(Math.abs(now.getTime() / 1000 - seconds) < WITHIN_SECONDS)) throw new NotBelieved('timestamp')
  const key = keys.find((each) => each.serial === serial)
  if (!key) throw new NotBelieved('unknown-serial')
  const signed = createVerify('RSA-SHA256').update(`${timestamp}\n${nonce}\n`).update(body).update('\n')
  if (!isBase64(signature) || !signed.verify(publicKeyIn(key.pem), signature, 'base64')) throw new NotBelieved('signature')
}

/** Node's decoder passes over what is not base64: two spellings of one signature would both be good. */
const isBase64 = (text: string): boolean => /^[A-Za-z0-9+/]{4,}={0,2}$/.test(text) && text.length % 4 === 0

function needed(headers: HeaderLines, name: string): string {
  const value = only(headers, name)
  if (!value) throw new NotBelieved('header-missing')
  return value
}

function only(headers: HeaderLines, name: string): string | null {
  const values = headers.filter((_, at) => at % 2 === 1 && headers[at - 1]!.toLowerCase() === name)
  if (values.length > 1) throw new NotBelieved('header-twice')
  return values[0] ?? null
}

const read = new Map<string, KeyObject>()
const MOST_KEYS = 1_000

/**
 * The public key in a certificate or a PEM of its own; reading one takes longer than verifying with it.
 * @throws Error when there is none
 */
export function publicKeyIn(pem: string): KeyObject {
  const known = read.get(pem)
  if (known) return known
  const key = pem.includes('BEGIN CERTIFICATE') ? new X509Certificate(pem).publicKey : createPublicKey(pem)
  if (key.asymmetricKeyType !== 'rsa') throw new Error('not an RSA key')
  if (read.size >= MOST_KEYS) read.clear()
  read.set(pem, key)
  return key
}
