import { messageKinds } from '@yinuo/contracts'
import type { OutboxHandler } from '../../../platform/outbox/index.ts'
import { tellPeople, type Recipient } from '../../messages/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { answersFor } from '../queries/owed.sql.ts'

const RECIPIENTS = `
  SELECT DISTINCT ON (r.account_id) r.account_id AS "accountId", r.name
  FROM ${answersFor('$1', '$2', '$3::date')} AND r.account_id IS NOT NULL ORDER BY r.account_id, r.name`

/** Tells owners and tenants, nobody else; what was paid meanwhile is asked for no more. */
export const tellHousehold: OutboxHandler = async (tx, act, { communityId, payload }) => {
  const { reminderId } = payload as { reminderId: string }
  const [reminder] = (await tx.query(
    `SELECT m.unit_id AS "unitId", m.text, u.label FROM reminders m JOIN units u ON u.community_id = m.community_id AND u.id = m.unit_id
     WHERE m.community_id = $1 AND m.id = $2`,
    [communityId, reminderId],
  )) as { unitId: string; text: string; label: string }[]
  const recipients = (await tx.query(RECIPIENTS, [communityId, reminder!.unitId, todayIn(act)])) as Recipient[]
  await tx.query(
    `INSERT INTO reminder_recipients (community_id, reminder_id, unit_id, account_id, name, told_at)
     SELECT $1, $2, $5, r."accountId", r.name, $4 FROM jsonb_to_recordset($3) AS r("accountId" uuid, name text)
     ON CONFLICT DO NOTHING`,
    [communityId, reminderId, JSON.stringify(recipients), act.now, reminder!.unitId],
  )
  await tellPeople(tx, act, {
    communityId,
    kind: 'arrears.reminded',
    businessKey: `reminder:${reminderId}`,
    recipients,
    title: messageKinds['arrears.reminded'],
    body: reminder!.text,
    values: { place: reminder!.label, content: reminder!.text },
    caseId: null,
  })
}
