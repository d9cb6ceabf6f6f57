import { ProblemError } from './problem.ts'

/** The longest list any body takes has 500 elements; nothing nests deeper than lists of objects of lists. */
const MOST_VALUES = 5_000
const DEEPEST = 20

/**
 * Refuses a body before anything walks through it: each layer after this one does so with a call for each level and some
 * work for each value.
 * @throws ProblemError VALIDATION_FAILED
 */
export function refuseOversized(body: unknown): void {
  let level: unknown[] = [body]
  let values = 1
  for (let depth = 0; level.length > 0; depth++) {
    const next: unknown[] = []
    for (const each of level) {
      if (typeof each !== 'object' || each === null || Buffer.isBuffer(each)) continue
      const inner: unknown[] = Array.isArray(each) ? each : Object.values(each)
      values += inner.length
      if (values > MOST_VALUES || depth >= DEEPEST)
        throw new ProblemError('VALIDATION_FAILED', {}, [{ field: '', message: '提交的内容太多或层次太深，请分几次提交。' }])
      for (const value of inner) next.push(value)
    }
    level = next
  }
}
