import { describe, expect, it } from '@jest/globals'
import { Gathering } from './gathering.ts'

/** A gathering whose answers wait until they are let go. */
function held() {
  const asked: { questions: number[]; letGo: (fault?: Error) => void }[] = []
  const gathering = new Gathering<number, string>(
    (questions) =>
      new Promise((resolve, reject) => {
        asked.push({ questions, letGo: (fault) => (fault ? reject(fault) : resolve(questions.map((each) => `answer ${each}`))) })
      }),
  )
  return { asked, gathering }
}

const turn = () => new Promise((next) => setImmediate(next))

describe('a gathering', () => {
  it('asks together what came in one turn, and gives each their own answer', async () => {
    const { asked, gathering } = held()
    const answers = [1, 2, 3].map((question) => gathering.ask(question))
    await turn()
    expect(asked.map(({ questions }) => questions)).toEqual([[1, 2, 3]])
    asked[0]!.letGo()
    expect(await Promise.all(answers)).toEqual(['answer 1', 'answer 2', 'answer 3'])
  })

  it('answers nobody with what was asked before they came', async () => {
    const { asked, gathering } = held()
    void gathering.ask(1)
    await turn()
    const late = gathering.ask(2)
    await turn()
    asked[0]!.letGo()
    await turn()
    expect(asked.map(({ questions }) => questions)).toEqual([[1], [2]])
    asked[1]!.letGo()
    expect(await late).toBe('answer 2')
  })

  it('lets what comes while two are under way wait and go together', async () => {
    const { asked, gathering } = held()
    for (const question of [1, 2]) {
      void gathering.ask(question)
      await turn()
    }
    const waiting = [3, 4, 5].map((question) => gathering.ask(question))
    await turn()
    expect(asked).toHaveLength(2)
    asked[0]!.letGo()
    await turn()
    expect(asked[2]!.questions).toEqual([3, 4, 5])
    asked[2]!.letGo()
    expect(await Promise.all(waiting)).toEqual(['answer 3', 'answer 4', 'answer 5'])
  })

  it('tells a fault to those who asked together, and goes on', async () => {
    const { asked, gathering } = held()
    const answers = [1, 2].map((question) => gathering.ask(question).catch((error: Error) => error.message))
    await turn()
    asked[0]!.letGo(new Error('away'))
    expect(await Promise.all(answers)).toEqual(['away', 'away'])
    const again = gathering.ask(3)
    await turn()
    asked[1]!.letGo()
    expect(await again).toBe('answer 3')
  })
})
