import { codesOf, messageKinds, type MessageChannelsView, type MessagePolicyView } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { usualPolicy } from '../rules/policy.ts'

const READ_CHANNELS = {
  name: 'read-message-channels',
  text: `
    SELECT coalesce(s.version, 1) AS version, s.robot_hint AS "robotHint", s.robot_set_at AS "robotSetAt",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'channels', p.channels, 'urgent', p.urgent, 'toRobot', p.to_robot)), '[]')
       FROM message_policies p WHERE p.community_id = c.id) AS policies
    FROM communities c LEFT JOIN message_channels s ON s.community_id = c.id WHERE c.id = $1`,
}

interface Row {
  version: number
  robotHint: string | null
  robotSetAt: Date | null
  policies: Omit<MessagePolicyView, 'isUsual'>[]
}

/** What a community decided about channels; every kind, the usual ones too. */
export async function readChannels(
  database: Database,
  act: Act,
  communityId: string,
  isEmailOffered: boolean,
): Promise<MessageChannelsView> {
  const [row] = await database.read<Row>(act.reach, READ_CHANNELS, [communityId])
  if (!row) throw new ProblemError('NOT_FOUND')
  const decided = new Map(row.policies.map((policy) => [policy.kind, policy]))
  return {
    version: row.version,
    isEmailOffered,
    robotHint: row.robotHint,
    robotSetAt: row.robotSetAt?.toISOString() ?? null,
    policies: codesOf(messageKinds).map((kind): MessagePolicyView => {
      const own = decided.get(kind)
      const usual = usualPolicy(kind)
      return own ? { ...own, isUsual: false } : { kind, ...usual, channels: [...usual.channels], isUsual: true }
    }),
  }
}
