interface Failure extends Error {
  code?: unknown
  constraint?: unknown
  table?: unknown
  /** of a statement: its text, with $1 where its values were */
  query?: unknown
}

/** What went wrong and where, and never what was being written: a failed statement carries all its values with it. */
export function errorInLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { message, stack, cause, code, constraint, table, query } = error as Failure
  return {
    type: error.constructor.name,
    message,
    stack,
    ...Object.fromEntries(Object.entries({ code, constraint, table, query }).filter(([, value]) => typeof value === 'string')),
    ...(cause === undefined ? {} : { cause: errorInLog(cause) }),
  }
}
