/** Asks again, for some seconds, until nothing is refused; then what refused last is thrown. */
export async function eventually<Answer>(look: () => Answer | Promise<Answer>): Promise<Answer> {
  for (let left = 400; ; left--) {
    try {
      return await look()
    } catch (error) {
      if (left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
