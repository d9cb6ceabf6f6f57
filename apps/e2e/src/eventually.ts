const pauseMs = 150

/** Repeats a claim until it holds. When it never does within the time, its last failure is told. */
export async function eventually<T>(claim: () => T | Promise<T>, withinMs = 20_000): Promise<T> {
  const deadline = Date.now() + withinMs
  for (;;) {
    try {
      return await claim()
    } catch (failure) {
      if (Date.now() > deadline) throw failure
      await new Promise((next) => setTimeout(next, pauseMs))
    }
  }
}
