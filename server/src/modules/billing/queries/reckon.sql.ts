import type { ChargeBasis } from '@yinuo/contracts'

/*
 * What a charge comes to for each of its subjects and a period: the rule of rules/, for a whole community in one statement.
 * All of it is whole numbers – days of a month are so many 377 580ths – and each bill is rounded once.
 *
 * Parameters: $1 community, $2 charge, $3 and $4 first and last day, $5 prices [{validFrom, rate, tiers}],
 * $6 the subject after which to begin or null, $7 how many subjects or null, $8 whether some may have their bill already.
 * It gives `reckoned` (subject_id, unit_id, amount_fen, made_of, reason): reason says why there is nothing to ask.
 */

/** Parts of a period and their weight, out of `p` (since, until, reliefs); see `partsOf`. */
export const partsOf = (period: { from: string; to: string }, prices: string) => `
  SELECT sum(rate * percent * share)::bigint AS weight, min(rate * percent) = 0 AND max(rate * percent) = 0 AS free,
    jsonb_agg(jsonb_build_object('from', day_from, 'to', day_to, 'rate', rate, 'percent', percent)
      || CASE WHEN of_days IS NULL THEN jsonb_build_object('months', months) ELSE jsonb_build_object('days', days, 'of', of_days) END
      ORDER BY day_from) AS parts
  FROM (
    SELECT min(day_from) AS day_from, max(day_to) AS day_to, rate, percent, count(*) AS months, sum(days) AS days,
      CASE WHEN whole THEN NULL ELSE max(of_days) END AS of_days,
      CASE WHEN whole THEN count(*) * 377580 ELSE sum(days) * 377580 / max(of_days) END AS share
    FROM (
      SELECT *, CASE WHEN whole THEN month - row_number() OVER (PARTITION BY whole, rate, percent ORDER BY day_from) ELSE DATE '1900-01-01' - day_from END AS run
      FROM (
        SELECT month, rate, percent, min(day) AS day_from, max(day) AS day_to, count(*) AS days, max(of_days) AS of_days,
          count(*) = max(of_days) AS whole
        FROM (
          SELECT day, month, of_days, rate, percent, day - row_number() OVER (PARTITION BY month, rate, percent ORDER BY day)::int AS stretch
          FROM (
            SELECT d.day, extract(year FROM d.day)::int * 12 + extract(month FROM d.day)::int AS month,
              extract(day FROM date_trunc('month', d.day) + interval '1 month - 1 day')::int AS of_days,
              (SELECT (v->>'rate')::bigint FROM jsonb_array_elements(${prices}) v WHERE (v->>'validFrom')::date <= d.day
               ORDER BY (v->>'validFrom')::date DESC LIMIT 1) AS rate,
              100 - coalesce((SELECT (e->>'percent')::bigint FROM jsonb_array_elements(p.reliefs) e
                WHERE (e->>'from')::date <= d.day AND coalesce((e->>'to')::date, 'infinity') >= d.day LIMIT 1), 0) AS percent
            FROM (SELECT n::date AS day FROM generate_series(greatest(${period.from}, p.since)::timestamp,
              least(${period.to}, p.until)::timestamp, interval '1 day') n) d
          ) days
          WHERE rate IS NOT NULL
        ) islands
        GROUP BY month, rate, percent, stretch
      ) stretches
    ) runs
    GROUP BY whole, rate, percent, run
  ) parts`

/** The prices of a charge `c`, as $5 wants them. */
export const PRICES = `(SELECT coalesce(jsonb_agg(jsonb_build_object('validFrom', v.valid_from, 'rate', v.rate, 'tiers', v.tiers) ORDER BY v.valid_from), '[]')
  FROM charge_prices v WHERE v.community_id = c.community_id AND v.charge_id = c.id)`

/** The nearest whole number to a fraction of numerics, a half upwards. */
const nearest = (numerator: string, denominator: string) => `div(2 * ${numerator} + ${denominator}, 2 * ${denominator})`

const OF_CHARGE = `(cardinality(g.uses) = 0 OR u.use = ANY (g.uses)) AND (cardinality(g.building_ids) = 0 OR u.building_id = ANY (g.building_ids))`
const CHARGE = `charges g ON g.community_id = $1 AND g.id = $2`
const NEXT = (subject: string) => `AND ($6::uuid IS NULL OR ${subject} > $6) ORDER BY ${subject} LIMIT $7`
const BILLED = `$8 AND EXISTS (SELECT 1 FROM bills x WHERE x.community_id = $1 AND x.charge_id = $2 AND x.subject_id = s.subject_id
  AND x.period_from = $3 AND x.reversed_at IS NULL)`
/** Too large a sum is a price or an area typed wrong. */
const MOST = 10_000_000_000

/** Subjects reckoned by quantity and time. */
const CHOSEN: Readonly<Record<'area' | 'unit' | 'space', string>> = {
  area: `
    SELECT u.id AS subject_id, u.id AS unit_id, u.area_square_centimetres AS quantity, u.delivered_on AS since, g.stopped_on AS until
    FROM units u JOIN ${CHARGE} WHERE u.community_id = $1 AND ${OF_CHARGE} ${NEXT('u.id')}`,
  unit: `
    SELECT u.id AS subject_id, u.id AS unit_id, 1::bigint AS quantity, u.delivered_on AS since, g.stopped_on AS until
    FROM units u JOIN ${CHARGE} WHERE u.community_id = $1 AND ${OF_CHARGE} ${NEXT('u.id')}`,
  space: `
    SELECT p.id AS subject_id, u.id AS unit_id, 1::bigint AS quantity, greatest(p.valid_from, u.delivered_on) AS since,
      least(p.valid_until, g.stopped_on) AS until
    FROM parking_spaces p JOIN units u ON u.community_id = $1 AND u.id = p.unit_id JOIN ${CHARGE}
    WHERE p.community_id = $1 AND p.withdrawn_at IS NULL AND (cardinality(g.tenures) = 0 OR p.tenure = ANY (g.tenures))
      AND ${OF_CHARGE} ${NEXT('p.id')}`,
}

const byTime = (basis: 'area' | 'unit' | 'space') => {
  const scale = basis === 'area' ? '37758000000000' : '3775800000'
  return `
  chosen AS (${CHOSEN[basis]}),
  relieved AS (
    SELECT e.unit_id, jsonb_agg(jsonb_build_object('from', e.valid_from, 'to', e.valid_until, 'percent', e.percent) ORDER BY e.valid_from) AS reliefs
    FROM exemptions e WHERE e.community_id = $1 AND e.charge_id = $2 AND e.withdrawn_at IS NULL AND e.valid_from <= $4
      AND coalesce(e.valid_until, 'infinity') >= $3 GROUP BY e.unit_id),
  subjects AS MATERIALIZED (
    SELECT c.subject_id, c.unit_id, c.quantity, CASE WHEN c.since > $3 THEN c.since END AS since,
      CASE WHEN c.until < $4 THEN c.until END AS until, r.reliefs,
      concat_ws(' ', CASE WHEN c.since > $3 THEN c.since END, 'to', CASE WHEN c.until < $4 THEN c.until END, r.reliefs) AS profile
    FROM chosen c LEFT JOIN relieved r ON r.unit_id = c.unit_id),
  profiles AS MATERIALIZED (
    SELECT p.profile, w.weight::numeric AS weight, w.free, w.parts FROM (SELECT DISTINCT profile, since, until, reliefs FROM subjects) p
    CROSS JOIN LATERAL (${partsOf({ from: '$3::date', to: '$4::date' }, '$5::jsonb')}) w),
  reckoned AS (
    SELECT s.subject_id, s.unit_id, f.fen AS amount_fen,
      jsonb_build_object('basis', '${basis}', 'quantity', s.quantity, 'parts', p.parts) AS made_of,
      CASE WHEN ${BILLED} THEN 'billed' WHEN s.since > $4 OR s.until < $3 THEN 'not-delivered'
        WHEN p.parts IS NULL THEN 'no-price' WHEN p.free THEN 'exempt' WHEN f.fen NOT BETWEEN 1 AND ${MOST} THEN 'nothing' END AS reason
    FROM subjects s JOIN profiles p ON p.profile = s.profile
    CROSS JOIN LATERAL (SELECT ${nearest('s.quantity * p.weight', scale)}::bigint AS fen OFFSET 0) f)`
}

/** What meters of a unit counted in the period, at the price of its last day. */
const METER = `
  price AS (SELECT (v->>'rate')::bigint AS rate, v->'tiers' AS tiers FROM jsonb_array_elements($5::jsonb) v WHERE (v->>'validFrom')::date <= $4
    ORDER BY (v->>'validFrom')::date DESC LIMIT 1),
  chosen AS MATERIALIZED (
    SELECT u.id AS subject_id, u.id AS unit_id, g.meter_kind FROM units u JOIN ${CHARGE}
    WHERE u.community_id = $1 AND ${OF_CHARGE} AND coalesce(g.stopped_on, 'infinity') >= $4
      AND EXISTS (SELECT 1 FROM meters m WHERE m.community_id = $1 AND m.unit_id = u.id AND m.kind = g.meter_kind
        AND m.installed_on <= $4 AND coalesce(m.removed_on, 'infinity') >= $3) ${NEXT('u.id')}),
  subjects AS MATERIALIZED (
    SELECT c.subject_id, c.unit_id, c.meter_kind, n.used, n.unusual, n.meters FROM chosen c CROSS JOIN LATERAL (
      SELECT sum(r.used)::bigint AS used, bool_or(r.unusual) AS unusual, jsonb_agg(jsonb_build_object('number', m.number, 'before', r.before,
        'value', r.value, 'used', r.used, 'on', r.read_on, 'how', r.how) ORDER BY m.number, r.read_on) AS meters
      FROM meter_readings r JOIN meters m ON m.community_id = $1 AND m.id = r.meter_id AND m.kind = c.meter_kind
      WHERE r.community_id = $1 AND r.unit_id = c.unit_id AND r.read_on BETWEEN $3 AND $4) n),
  costed AS (
    SELECT s.*, p.rate, p.tiers, (SELECT sum((least(s.used, step.until) - step.above)::numeric * step.rate) FROM (
      SELECT above, rate, coalesce(lead(above) OVER (ORDER BY above), 9223372036854775807) AS until
      FROM (SELECT 0::bigint AS above, p.rate UNION ALL SELECT (t->>'above')::bigint, (t->>'rate')::bigint FROM jsonb_array_elements(p.tiers) t) steps
      ) step WHERE s.used > step.above) AS cost
    FROM subjects s LEFT JOIN price p ON true),
  reckoned AS (
    SELECT s.subject_id, s.unit_id, ${nearest('s.cost', '100000')} AS amount_fen,
      jsonb_build_object('basis', 'meter', 'kind', s.meter_kind, 'meters', s.meters, 'used', s.used, 'rate', s.rate, 'tiers', s.tiers) AS made_of,
      CASE WHEN ${BILLED} THEN 'billed' WHEN s.rate IS NULL THEN 'no-price' WHEN s.used IS NULL THEN 'no-reading'
        WHEN s.unusual THEN 'unusual' WHEN coalesce(${nearest('s.cost', '100000')}, 0) NOT BETWEEN 1 AND ${MOST} THEN 'nothing' END AS reason
    FROM costed s)`

/** A cost divided among all at once, by largest remainder; shares of nothing are no bills, and still they add up to it. Prices it has none. */
const SHARED = `
  cost AS (SELECT k.amount_fen::numeric AS fen, k.share_key, k.text FROM shared_costs k
    WHERE k.community_id = $1 AND k.charge_id = $2 AND k.period_from = $3 AND k.withdrawn_at IS NULL AND $5::jsonb IS NOT NULL),
  subjects AS MATERIALIZED (
    SELECT u.id AS subject_id, u.id AS unit_id, k.fen, k.share_key, k.text, CASE k.share_key WHEN 'area' THEN u.area_square_centimetres
      WHEN 'heads' THEN (SELECT count(DISTINCT h.resident_id) FROM residencies h WHERE h.community_id = $1 AND h.unit_id = u.id
        AND h.valid_from <= $4 AND coalesce(h.valid_until, 'infinity') >= $4)
      ELSE 1 END AS weight
    FROM units u JOIN ${CHARGE} LEFT JOIN cost k ON true
    WHERE u.community_id = $1 AND ${OF_CHARGE} AND coalesce(u.delivered_on, '-infinity') <= $4 AND coalesce(g.stopped_on, 'infinity') >= $4
      AND ($6::uuid IS NULL OR u.id > $6) LIMIT $7),
  totals AS (SELECT sum(weight)::numeric AS weight FROM subjects),
  due AS (
    SELECT s.*, t.weight AS total, div(s.fen * s.weight, nullif(t.weight, 0)) AS least_fen,
      row_number() OVER (ORDER BY mod(s.fen * s.weight, nullif(t.weight, 0)) DESC, s.subject_id) AS turn,
      s.fen - sum(div(s.fen * s.weight, nullif(t.weight, 0))) OVER () AS left_fen
    FROM subjects s CROSS JOIN totals t),
  reckoned AS (
    SELECT s.subject_id, s.unit_id, s.least_fen + CASE WHEN s.turn <= s.left_fen THEN 1 ELSE 0 END AS amount_fen,
      jsonb_build_object('basis', 'shared', 'text', s.text, 'key', s.share_key, 'costFen', s.fen, 'weight', s.weight, 'of', s.total) AS made_of,
      CASE WHEN ($8 AND EXISTS (SELECT 1 FROM bills x WHERE x.community_id = $1 AND x.charge_id = $2 AND x.period_from = $3 AND x.reversed_at IS NULL))
        THEN 'billed' WHEN s.fen IS NULL THEN 'no-cost' WHEN coalesce(s.least_fen + CASE WHEN s.turn <= s.left_fen THEN 1 ELSE 0 END, 0) = 0 THEN 'nothing' END AS reason
    FROM due s)`

/** Common table expressions that end in `reckoned`. */
export const reckonedBy = (basis: ChargeBasis): string =>
  basis === 'meter' ? METER : basis === 'shared' ? SHARED : byTime(basis)

/** A shared cost is divided among all at once; everything else goes by so many subjects. */
export const isDividedAtOnce = (basis: ChargeBasis) => basis === 'shared'
