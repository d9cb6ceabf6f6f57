/** PostgreSQL's bigint as a number: every figure we keep in one (fen, bytes) is far below 2^53. */
export const int8 = { to: (value: number) => value, from: (value: string | null) => (value === null ? null : Number(value)) }
