import type { CodeState } from '@yinuo/contracts'

export interface CodeLife {
  expiresAt: Date | null
  revokedAt: Date | null
}

export function stateOfCode(code: CodeLife, now: Date): CodeState {
  if (code.revokedAt) return 'revoked'
  return code.expiresAt && code.expiresAt <= now ? 'expired' : 'valid'
}
