import type { Preferences } from '@yinuo/contracts'
import type { IdentityDatabase } from '../../../platform/database/index.ts'
import type { CallerAct } from '../caller-act.ts'

const SET_ELDER_MODE = { name: 'set-elder-mode', text: `UPDATE accounts SET elder_mode = $2 WHERE id = $1` }

export async function setPreferences(identity: IdentityDatabase, act: CallerAct, { elderMode }: Preferences): Promise<void> {
  await identity.run(SET_ELDER_MODE, [act.caller.account!.id, elderMode])
}
