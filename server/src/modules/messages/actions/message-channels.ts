import type { MessageKind, PersonalChannel } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { Seal } from '../../../platform/secrets/index.ts'
import { usualPolicy } from '../rules/policy.ts'
import { robotKeyOf } from '../rules/robot-text.ts'

interface Settings {
  company_id: string
  version: number | null
  sealed_robot: string | null
  robot_hint: string | null
}

async function settingsOf(tx: EntityManager, communityId: string, version?: number): Promise<Settings> {
  const [settings] = (await tx.query(
    `SELECT c.company_id, s.version, s.sealed_robot, s.robot_hint FROM communities c
     LEFT JOIN message_channels s ON s.community_id = c.id WHERE c.id = $1`,
    [communityId],
  )) as Settings[]
  if (!settings) throw new ProblemError('NOT_FOUND')
  if (version !== undefined && version !== (settings.version ?? 1)) throw new ProblemError('STALE_VERSION')
  return settings
}

/** Writes over the version that was seen, or refuses. */
async function writeOver(tx: EntityManager, communityId: string, version: number, change: string, values: unknown[]) {
  await tx.query('INSERT INTO message_channels (community_id) VALUES ($1) ON CONFLICT DO NOTHING', [communityId])
  const written = (await tx.query(
    `WITH written AS (
       UPDATE message_channels SET version = version + 1${change} WHERE community_id = $1 AND version = $2 RETURNING version
     ) SELECT version FROM written`,
    [communityId, version, ...values],
  )) as unknown[]
  if (written.length === 0) throw new ProblemError('STALE_VERSION')
}

/** Sets the robot of the staff's group chat, or takes it away. Its key is sealed, and is no part of the record. */
export async function setRobot(
  tx: EntityManager,
  act: Act,
  communityId: string,
  { address, version }: { address: string | null; version: number },
  { seal, base }: { seal: Seal; base: string },
): Promise<void> {
  const before = await settingsOf(tx, communityId, version)
  const key = address === null ? null : robotKeyOf(address, base)
  if (address !== null && !key) throw new ProblemError('ROBOT_ADDRESS_WRONG')
  const hint = key?.slice(-4) ?? null
  await writeOver(tx, communityId, version, ', sealed_robot = $3, robot_hint = $4, robot_set_at = $5', [
    key && seal.seal(key, communityId),
    hint,
    key ? act.now : null,
  ])
  await recordAudit(tx, act, {
    companyId: before.company_id,
    communityId,
    action: 'messages.set-robot',
    subjectKind: 'message-channels',
    subjectId: communityId,
    before: { robot: before.robot_hint },
    after: { robot: hint },
  })
}

/** @returns the key with which the group chat is tried, once that is on record */
export async function testRobot(tx: EntityManager, act: Act, communityId: string, seal: Seal): Promise<string> {
  const { company_id, sealed_robot, robot_hint } = await settingsOf(tx, communityId)
  if (!sealed_robot) throw new ProblemError('ROBOT_NOT_SET')
  await recordAudit(tx, act, {
    companyId: company_id,
    communityId,
    action: 'messages.test-robot',
    subjectKind: 'message-channels',
    subjectId: communityId,
    before: null,
    after: { robot: robot_hint },
  })
  return seal.open(sealed_robot, communityId)
}

export interface PolicyWish {
  kind: MessageKind
  channels: PersonalChannel[]
  urgent: boolean
  toRobot: boolean
  version: number
}

/** Decides by which channels a kind of message goes from now on; what is usual is not kept. */
export async function setPolicy(tx: EntityManager, act: Act, communityId: string, wish: PolicyWish): Promise<void> {
  const { company_id } = await settingsOf(tx, communityId, wish.version)
  await writeOver(tx, communityId, wish.version, '', [])
  const { kind, channels, urgent, toRobot } = wish
  const [before] = (await tx.query(
    `SELECT channels, urgent, to_robot AS "toRobot" FROM message_policies WHERE community_id = $1 AND kind = $2`,
    [communityId, kind],
  )) as unknown[]
  const usual = usualPolicy(kind)
  const isUsual = channels.join() === usual.channels.join() && urgent === usual.urgent && toRobot === usual.toRobot
  await (isUsual
    ? tx.query('DELETE FROM message_policies WHERE community_id = $1 AND kind = $2', [communityId, kind])
    : tx.query(
        `INSERT INTO message_policies (community_id, kind, channels, urgent, to_robot) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (community_id, kind) DO UPDATE SET channels = $3, urgent = $4, to_robot = $5`,
        [communityId, kind, channels, urgent, toRobot],
      ))
  await recordAudit(tx, act, {
    companyId: company_id,
    communityId,
    action: 'messages.set-policy',
    subjectKind: 'message-channels',
    subjectId: communityId,
    before: { kind, ...(before ?? usual) },
    after: { kind, channels, urgent, toRobot },
  })
}
