/**
 * Answers together what is asked at the same time: every question that came in one turn of the event loop, and those that
 * come while the ones before are on their way, share one statement. Nobody is answered from before they asked.
 */
export class Gathering<Question, Answer> {
  readonly #answer: (questions: Question[]) => Promise<Answer[]>
  #waiting: { question: Question; resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = []
  #underway = 0

  /** @param answer gives one answer to each question, in their order */
  constructor(answer: (questions: Question[]) => Promise<Answer[]>) {
    this.#answer = answer
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject })
      if (this.#waiting.length === 1) setImmediate(() => void this.#go())
    })
  }

  async #go(): Promise<void> {
    if (this.#waiting.length === 0 || this.#underway >= AT_ONCE) return
    const asked = this.#waiting.splice(0, TOGETHER)
    this.#underway++
    try {
      const answers = await this.#answer(asked.map(({ question }) => question))
      asked.forEach(({ resolve }, place) => resolve(answers[place]!))
    } catch (error) {
      for (const { reject } of asked) reject(error)
    } finally {
      this.#underway--
      void this.#go()
    }
  }
}

const AT_ONCE = 2
const TOGETHER = 64
