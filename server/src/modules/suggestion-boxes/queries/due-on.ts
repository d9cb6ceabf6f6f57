/** When a box `b` was last emptied, if ever. */
export const LAST_EMPTIED = `(
  SELECT max(o.opened_at) FROM box_openings o WHERE o.community_id = b.community_id AND o.box_id = b.id)`

/** How many days may pass until box `b` is emptied again: its own interval, or the standard's in force. `$now` stands for the place of now. */
export const intervalDays = (now: string) => `coalesce(b.every_days, (
  SELECT (a.figures -> 'outreach' ->> 'emptyBoxesEveryDays')::int FROM standard_adoptions a
  WHERE a.community_id = b.community_id AND a.effective_from <= ${now} ORDER BY a.effective_from DESC, a.id DESC LIMIT 1), 7)`

/** The day on which box `b` of community `m` is to be emptied. */
export const DUE_ON = (now: string) =>
  `((coalesce(${LAST_EMPTIED}, b.since) AT TIME ZONE m.time_zone)::date + ${intervalDays(now)})`
