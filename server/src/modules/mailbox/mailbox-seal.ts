import type { Provider } from '@nestjs/common'
import { CONFIG, type Config } from '../../platform/config/index.ts'
import { Seal } from '../../platform/secrets/index.ts'

/** Seals the passwords of mailboxes. */
export const MAILBOX_SEAL = Symbol('mailbox seal')

export const sealOfMailboxes = (programKey: string): Seal => new Seal(programKey, 'mailboxes')

export const mailboxSeal: Provider = {
  provide: MAILBOX_SEAL,
  useFactory: (config: Config) => sealOfMailboxes(config.LINK_SIGNING_KEY),
  inject: [CONFIG],
}
