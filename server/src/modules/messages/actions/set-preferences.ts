import type { MessageGroup, PersonalChannel } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { auditOf, personsOf } from './persons.ts'

export interface PreferencesWish {
  groups: readonly { group: MessageGroup; channels: readonly PersonalChannel[] }[]
  quiet: { from: string; until: string } | null
}

/** Keeps what a person chose, as resident and as staff; it holds from the next message on. */
export async function setPreferences(tx: EntityManager, act: CallerAct, { groups, quiet }: PreferencesWish): Promise<void> {
  if (quiet && quiet.from === quiet.until)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'quiet', message: '免打扰的开始和结束不能相同。' }])
  const choices = Object.fromEntries(groups.map(({ group, channels }) => [group, channels]))
  await tx.query(
    `INSERT INTO message_preferences (person_id, choices, quiet_from, quiet_until) SELECT unnest($1::uuid[]), $2, $3, $4
     ON CONFLICT (person_id) DO UPDATE SET choices = $2, quiet_from = $3, quiet_until = $4`,
    [personsOf(act), JSON.stringify(choices), quiet?.from ?? null, quiet?.until ?? null],
  )
  await auditOf(tx, act, 'messages.choose', { choices, quiet })
}
