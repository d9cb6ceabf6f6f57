import {
  codesOf,
  isAlwaysTold,
  messageGroups,
  personalChannels,
  type MessageGroup,
  type MessagePreferences,
  type PersonalChannel,
} from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { personsOf } from '../actions/persons.ts'

const READ_PREFERENCES = {
  name: 'read-message-preferences',
  text: `
    SELECT choices, quiet_from AS "from", quiet_until AS until, email, CASE WHEN email_code_until > $2 THEN email_wanted END AS "emailWanted"
    FROM message_preferences WHERE person_id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], person_id) LIMIT 1`,
}

interface Row {
  choices: Partial<Record<MessageGroup, PersonalChannel[]>>
  from: string | null
  until: string | null
  email: string | null
  emailWanted: string | null
}

/** What the caller chose; where they chose nothing, every channel. */
export async function readPreferences(database: Database, act: CallerAct, isEmailOffered: boolean): Promise<MessagePreferences> {
  const [row] = await database.read<Row>(act.reach, READ_PREFERENCES, [personsOf(act), act.now])
  return {
    groups: codesOf(messageGroups).map((group) => {
      const isFixed = isAlwaysTold(group)
      const chosen = isFixed ? undefined : row?.choices[group]
      return { group, channels: [...(chosen ?? codesOf(personalChannels))], isFixed }
    }),
    quiet: row?.from && row.until ? { from: row.from, until: row.until } : null,
    email: row?.email ?? null,
    emailWanted: row?.emailWanted ?? null,
    isEmailOffered,
  }
}
