import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { headBytes, type Head, type SignedHead } from './disclosure.ts'

const WARMING_ROUNDS = 3

/** Signs a head with the 32 secret bytes of a company's key. */
export function signHead(head: Head, secretKey: Uint8Array): SignedHead {
  const signature = bytesToHex(ed25519.sign(headBytes(head), secretKey))
  return { head, signature, publicKey: publicKeyOf(secretKey) }
}

export const publicKeyOf = (secretKey: Uint8Array): string => bytesToHex(ed25519.getPublicKey(secretKey))

/** By what people know a public key again: on the notice board, in the app, on the page that checks. */
export const fingerprintOf = (publicKey: string): string =>
  bytesToHex(sha256(hexToBytes(publicKey)))
    .slice(0, 16)
    .toUpperCase()
    .replace(/.{4}(?=.)/g, '$& ')

/** Whether the head was signed by this key; anything that is no signature is none. */
export function isSigned({ head, signature, publicKey }: SignedHead): boolean {
  try {
    return ed25519.verify(hexToBytes(signature), headBytes(head), hexToBytes(publicKey), { zip215: false })
  } catch {
    return false
  }
}

/**
 * Lays the tables of the curve and lets the engine compile the way of a check, so that the first check somebody asks for is as
 * quick as the next. Whoever does not call it waits for this once.
 */
export function warmUp(): void {
  const key = new Uint8Array(32)
  const signature = ed25519.sign(key, key)
  const publicKey = ed25519.getPublicKey(key)
  for (let round = 0; round < WARMING_ROUNDS; round++) ed25519.verify(signature, key, publicKey, { zip215: false })
}
