import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { addBill } from '../actions/add-bill.ts'
import { plusDays } from '../rules/index.ts'

const DAYS_TO_PAY = 30

interface Agreed {
  caseId: string
  kind: string
  action: string
  chargeLines?: { label: string; amountFen: number }[]
}

/** A repair in a home is that home's; one elsewhere is of who asked for it, where they live. */
const WHOSE = `
  SELECT c.number, coalesce((SELECT u.id FROM units u WHERE u.community_id = c.community_id AND u.id = c.place_id),
    (SELECT s.unit_id FROM residencies s WHERE s.community_id = c.community_id AND s.resident_id = c.reporter_resident_id
     ORDER BY s.valid_from DESC, s.id LIMIT 1)) AS "unitId"
  FROM cases c WHERE c.community_id = $1 AND c.id = $2`

/** What a household agreed to pay for a repair becomes its bill, once. */
export async function billAgreedRepair(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { caseId, kind, action, chargeLines } = payload as unknown as Agreed
  if (kind !== 'repair' || action !== 'agree-charge' || !chargeLines?.some(({ amountFen }) => amountFen > 0)) return
  const [found] = (await tx.query(WHOSE, [communityId, caseId])) as { number: string; unitId: string | null }[]
  if (!found?.unitId) return
  const today = todayIn(act)
  await addBill(tx, act, {
    communityId,
    unitId: found.unitId,
    kind: 'service',
    fund: 'property-fee',
    subjectId: caseId,
    from: today,
    to: today,
    dueOn: plusDays(today, DAYS_TO_PAY),
    lines: chargeLines.map(({ label, amountFen }) => ({ text: `报修 ${found.number}：${label}`, amountFen })),
  })
}
