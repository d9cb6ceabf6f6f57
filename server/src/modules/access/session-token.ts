import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A token of a session: 256 random bits; only its hash is kept. */
export function newToken(): { token: string; hash: Buffer } {
  return hashed(randomBytes(32))
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

interface Token {
  token: string
  hash: Buffer
}

/** The token that lets in for a short while, and the one that renews it. */
export interface TokenPair {
  access: Token
  refresh: Token
}

export const newPair = (): TokenPair => ({ access: newToken(), refresh: newToken() })

export const newSalt = (): Buffer => randomBytes(32)

/**
 * The pair that replaces a used refresh token. It comes of that token and a random salt: who has both, the one from its
 * sender and the other from the database, can say it again; neither is of use alone.
 */
export function successorOf(usedToken: string, salt: Buffer): TokenPair {
  const made = (what: string) => hashed(createHmac('sha256', salt).update(`${what}:${usedToken}`).digest())
  return { access: made('access'), refresh: made('refresh') }
}

function hashed(secret: Buffer): Token {
  const token = secret.toString('base64url')
  return { token, hash: hashToken(token) }
}
