import type { Provider } from '@nestjs/common'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { Seal } from '../../../platform/secrets/index.ts'

/** Seals the keys of robots: whoever has one may speak in the group. */
export const ROBOT_SEAL = Symbol('robot seal')

export const robotSeal: Provider = {
  provide: ROBOT_SEAL,
  useFactory: (config: Config) => new Seal(config.LINK_SIGNING_KEY, 'group robots'),
  inject: [CONFIG],
}
