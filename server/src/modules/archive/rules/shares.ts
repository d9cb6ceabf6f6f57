/** A part of a home's ownership, over its days (ISO dates); without an end it goes on. */
export interface Share {
  percent: number
  validFrom: string
  validUntil: string | null
}

/** The most percent that are held on one day. It can only rise on a day on which a share begins. */
export function mostHeldAtOnce(shares: readonly Share[]): number {
  const held = (day: string) =>
    shares
      .filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || validUntil >= day))
      // In hundredths: three times 33.33 and 0.01 are 100.
      .reduce((sum, { percent }) => sum + Math.round(percent * 100), 0)
  return Math.max(0, ...shares.map(({ validFrom }) => held(validFrom))) / 100
}
