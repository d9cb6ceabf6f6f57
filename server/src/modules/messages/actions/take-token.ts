import type { EntityManager } from 'typeorm'

/** How often something may be done: a bucket that holds some tokens and is filled at a steady pace. */
export interface Pace {
  burst: number
  perMinute: number
}

/**
 * WeCom takes 20 messages of a robot in any minute. A full bucket and what is filled up meanwhile are together no more than that.
 */
export const robotPace: Pace = { burst: 5, perMinute: 15 }

export const paceOf = (perMinute: number): Pace => ({
  burst: Math.max(1, Math.floor(perMinute / 4)),
  perMinute: perMinute * 0.75,
})

/**
 * Takes a token in one statement, so that workers beside each other share one bucket.
 * @returns null when there was one, else when there will be
 */
export async function takeToken(tx: EntityManager, now: Date, name: string, { burst, perMinute }: Pace): Promise<Date | null> {
  const [taken] = (await tx.query(
    `INSERT INTO channel_buckets AS b (name, tokens, filled_at) VALUES ($1, $2::float8 - 1, $4)
     ON CONFLICT (name) DO UPDATE
     SET tokens = least($2, b.tokens + greatest(0, extract(epoch FROM $4::timestamptz - b.filled_at)) * $3 / 60) - 1,
       filled_at = greatest(b.filled_at, $4)
     WHERE least($2, b.tokens + greatest(0, extract(epoch FROM $4::timestamptz - b.filled_at)) * $3 / 60) >= 1
     RETURNING tokens`,
    [name, burst, perMinute, now],
  )) as unknown[]
  if (taken) return null
  const [bucket] = (await tx.query('SELECT tokens, filled_at FROM channel_buckets WHERE name = $1', [name])) as {
    tokens: number
    filled_at: Date
  }[]
  if (!bucket) return now
  const missingMs = ((1 - bucket.tokens) * 60_000) / perMinute
  return new Date(Math.max(now.getTime() + 1000, bucket.filled_at.getTime() + missingMs))
}
