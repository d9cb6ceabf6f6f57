import { newCertifiedKeyPair } from './certificate.ts'
import type { CertifiedKeyPair } from './certificate.ts'
import type { Merchant } from './merchants.ts'

export interface PlatformCertificate extends CertifiedKeyPair {
  from: string
  to: string
}

export interface Signer {
  serial: string
  privateKeyPem: string
}

const fiveYears = 5 * 365 * 24 * 3600_000

/** WeChat's own certificates, and the choice of the key with which it signs for a merchant. */
export class PlatformKeys {
  readonly #now: () => number
  #certificates: PlatformCertificate[] = []
  readonly #turns = { answer: 0, notice: 0 }

  constructor(now: () => number) {
    this.#now = now
  }

  certificates(): PlatformCertificate[] {
    if (this.#certificates.length === 0) this.renew()
    return this.#certificates
  }

  /** A new one, with which it signs from now on; the ones before stay good. */
  renew(): PlatformCertificate {
    const from = new Date(this.#now() - 60_000)
    const to = new Date(this.#now() + fiveYears)
    const made = {
      ...newCertifiedKeyPair('Tenpay.com sign', from, to),
      from: from.toISOString(),
      to: to.toISOString(),
    }
    this.#certificates.push(made)
    return made
  }

  /** While a merchant switches, either key may sign; who names the one it knows is answered with it. */
  signerFor(merchant: Merchant, use: 'answer' | 'notice', wanted?: string): Signer {
    const certified = merchant.keyMode === 'public-key' ? [] : this.certificates().map(certificateSigner)
    const open = merchant.keyMode === 'certificate' ? [] : [keySigner(merchant)]
    const named = [...certified, ...open].find(({ serial }) => serial === wanted)
    if (named) return named
    const choice = [...certified.slice(-1), ...open]
    return choice[this.#turns[use]++ % choice.length] as Signer
  }

  snapshot(): PlatformCertificate[] {
    return this.#certificates
  }

  restore(written: PlatformCertificate[]): void {
    this.#certificates = written
  }
}

function certificateSigner({ serialNo, privateKeyPem }: PlatformCertificate): Signer {
  return { serial: serialNo, privateKeyPem }
}

function keySigner({ wechatKey }: Merchant): Signer {
  return { serial: wechatKey.id, privateKeyPem: wechatKey.privateKeyPem }
}
