/** When people are reminded of what begins at `startsAt`: nine o'clock of the day before. */
export const EVE = (startsAt: string) =>
  `(((${startsAt} AT TIME ZONE 'Asia/Shanghai')::date - 1 + time '09:00') AT TIME ZONE 'Asia/Shanghai')`

/** Who hears of it after that hour needs no reminder: what `reminded_for` becomes with the announcement or the change at `$now`. */
export const REMINDED_BY = (startsAt: string, now: string) =>
  `CASE WHEN ${EVE(startsAt)} <= ${now} THEN ${startsAt} ELSE reminded_for END`
