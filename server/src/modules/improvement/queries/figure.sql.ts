import { improvementLimits } from '@yinuo/contracts'

const { figureDays } = improvementLimits

/** Whether the case `c` lies where `i` looks: a proposal's or an improvement's rule and place. */
export const liesIn = (i: string) =>
  `CASE ${i}.rule WHEN 'cause' THEN true WHEN 'building' THEN c.building_id = ${i}.place_id ELSE c.place_id = ${i}.place_id END`

/** Cases of the cause and place of `i`, reported after one instant and up to another, as so many in 30 days. */
export const figureOf = (i: string, from: string, until: string) => `(
  SELECT round(count(*) * ${figureDays} / (extract(epoch FROM (${until}) - (${from})) / 86400), 1)
  FROM case_causes n JOIN cases c ON c.community_id = n.community_id AND c.id = n.case_id
  WHERE n.community_id = ${i}.community_id AND n.cause_id = ${i}.cause_id AND ${liesIn(i)}
    AND c.reported_at > ${from} AND c.reported_at <= ${until})`

/** The 30 days up to an instant. */
export const monthBefore = (i: string, until: string) => figureOf(i, `${until} - interval '${figureDays} days'`, until)

/** What a measure has come to: since it was carried out, and of that at most the last 30 days. */
export const monthAfter = (i: string, done: string, now: string) =>
  figureOf(i, `greatest(${done}, ${now} - interval '${figureDays} days')`, now)
