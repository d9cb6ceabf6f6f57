import type { EntityManager } from 'typeorm'

/** One statement within the transaction at hand, whoever holds it: the program, or the command line. */
export type Ask = <Row extends object = object>(text: string, values?: unknown[]) => Promise<Row[]>

export const askingBy =
  (tx: EntityManager): Ask =>
  (text, values) =>
    tx.query(text, values)

/** The statistics know nothing of rows as new as ours, and one row joined at a time takes minutes instead of a second. */
export const NO_ROW_BY_ROW = 'SET LOCAL enable_nestloop = off'
