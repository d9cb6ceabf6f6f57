import type { Provider } from '@nestjs/common'
import { CONFIG, type Config } from '../../platform/config/index.ts'
import { Seal } from '../../platform/secrets/index.ts'

/** Seals the secrets of one-time codes. */
export const TOTP_SEAL = Symbol('totp seal')

export const totpSeal: Provider = {
  provide: TOTP_SEAL,
  useFactory: (config: Config) => new Seal(config.LINK_SIGNING_KEY, 'totp secrets'),
  inject: [CONFIG],
}
