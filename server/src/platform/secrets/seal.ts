import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals small secrets for the database (AES-256-GCM) with a key derived from the program's own for one purpose.
 * The owner is part of the seal: a sealed secret copied to another row cannot be opened there.
 */
export class Seal {
  readonly #key: Buffer

  constructor(programKey: string, purpose: string) {
    this.#key = Buffer.from(hkdfSync('sha256', programKey, '', `yinuo ${purpose}`, 32))
  }

  seal(secret: string, owner: string): string {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(owner))
    return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
  }

  /** @throws Error when it was sealed with another key, for another purpose or owner, or was changed since. */
  open(sealed: string, owner: string): string {
    const bytes = Buffer.from(sealed, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8')
  }
}
