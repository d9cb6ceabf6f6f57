import type { ChargeView, ExemptionView, Page, PricePeriod } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { plusDays } from '../rules/index.ts'
import { CHARGE, type ChargeRecord } from '../store/charges.ts'

const LIST = {
  name: 'list-charges',
  text: `
    SELECT ${CHARGE},
      (SELECT coalesce(jsonb_agg(jsonb_build_object('validFrom', p.valid_from, 'rate', p.rate, 'tiers', p.tiers, 'setByName', p.set_by_name,
          'setAt', p.set_at) ORDER BY p.valid_from), '[]')
       FROM charge_prices p WHERE p.community_id = c.community_id AND p.charge_id = c.id) AS prices,
      (SELECT max(r.period_to)::text FROM bill_run_charges r JOIN bill_runs n ON n.community_id = r.community_id AND n.id = r.run_id
       WHERE r.community_id = c.community_id AND r.charge_id = c.id AND n.reversed_at IS NULL AND r.bills > 0) AS "billedThrough"
    FROM charges c WHERE c.community_id = $1 AND c.kind = 'charge' AND ($2::uuid IS NULL OR c.id = $2)
    ORDER BY c.stopped_on IS NOT NULL, c.created_at, c.id`,
}

type Row = ChargeRecord & { prices: Omit<PricePeriod, 'validTo'>[]; billedThrough: string | null }

const view = ({ prices, ...charge }: Row): ChargeView =>
  ({
    ...charge,
    prices: prices.map((price, index) => ({
      ...price,
      setAt: new Date(price.setAt).toISOString(),
      validTo: prices[index + 1] ? plusDays(prices[index + 1]!.validFrom, -1) : charge.stoppedOn,
    })),
  }) as ChargeView

export async function listCharges(database: Database, act: CallerAct, communityId: string): Promise<ChargeView[]> {
  return (await database.read<Row>(act.reach, LIST, [communityId, null])).map(view)
}

export async function readCharge(database: Database, act: CallerAct, communityId: string, id: string): Promise<ChargeView> {
  const [row] = await database.read<Row>(act.reach, LIST, [communityId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  return view(row)
}

const EXEMPTIONS = {
  name: 'list-exemptions',
  text: `
    SELECT e.id, e.charge_id AS "chargeId", c.name AS "chargeName", e.unit_id AS "unitId", u.label AS "unitLabel", e.kind, e.percent,
      e.valid_from::text AS "validFrom", e.valid_until::text AS "validUntil", e.reason, e.granted_by_name AS "grantedByName",
      e.withdrawn_at IS NOT NULL AS withdrawn, e.version
    FROM exemptions e JOIN charges c ON c.community_id = e.community_id AND c.id = e.charge_id
    JOIN units u ON u.community_id = e.community_id AND u.id = e.unit_id
    WHERE e.community_id = $1 AND ($2::uuid IS NULL OR e.charge_id = $2) AND ($3::uuid IS NULL OR e.unit_id = $3)
      AND ($4::boolean IS NOT TRUE OR (e.withdrawn_at IS NULL AND coalesce(e.valid_until, 'infinity') >= $5::date))
      AND ($6::uuid IS NULL OR e.id = $6) AND ($7::date IS NULL OR (e.valid_from, e.id) < ($7, $8::uuid))
    ORDER BY e.valid_from DESC, e.id DESC LIMIT $9`,
}

export async function listExemptions(
  database: Database,
  act: CallerAct,
  communityId: string,
  wish: { chargeId?: string; unitId?: string; inForce?: boolean; id?: string; cursor?: string; limit: number },
): Promise<Page<ExemptionView>> {
  const after = readCursor(wish.cursor, 2) ?? [null, null]
  const rows = await database.read<ExemptionView>(act.reach, EXEMPTIONS, [
    communityId,
    wish.chargeId ?? null,
    wish.unitId ?? null,
    wish.inForce ?? null,
    todayIn(act),
    wish.id ?? null,
    ...after,
    wish.limit + 1,
  ])
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.validFrom, row.id],
    (row) => row,
  )
}

export async function readExemption(database: Database, act: CallerAct, communityId: string, id: string): Promise<ExemptionView> {
  const [found] = (await listExemptions(database, act, communityId, { id, limit: 1 })).items
  if (!found) throw new ProblemError('NOT_FOUND')
  return found
}
