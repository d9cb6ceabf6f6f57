import { createCipheriv, createSign, createVerify, randomBytes } from 'node:crypto'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** Thirty-two letters and digits, as WeChat's nonces are. */
export function newNonce(length = 32): string {
  return Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join('')
}

/** What is signed of a request, an answer or a notice: each part on a line, the last one too. */
export function lines(...parts: (string | number)[]): string {
  return parts.map((part) => `${part}\n`).join('')
}

export function signatureOf(message: string, privateKeyPem: string): string {
  return createSign('RSA-SHA256').update(message, 'utf8').sign(privateKeyPem, 'base64')
}

export function isSignatureOf(signature: string, message: string, publicKeyPem: string): boolean {
  try {
    return createVerify('RSA-SHA256').update(message, 'utf8').verify(publicKeyPem, signature, 'base64')
  } catch {
    return false
  }
}

export interface Sealed {
  algorithm: 'AEAD_AES_256_GCM'
  associated_data: string
  nonce: string
  ciphertext: string
}

/** Only who has the merchant's APIv3 key reads it; the tag stands behind the ciphertext. */
export function sealed(text: string, associatedData: string, apiV3Key: string): Sealed {
  const nonce = newNonce(12)
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce)
  cipher.setAAD(Buffer.from(associatedData))
  const parts = [cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return {
    algorithm: 'AEAD_AES_256_GCM',
    associated_data: associatedData,
    nonce,
    ciphertext: Buffer.concat(parts).toString('base64'),
  }
}
