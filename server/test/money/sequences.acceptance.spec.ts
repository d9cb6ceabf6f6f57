import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { startApp, type TestApp } from '../app.ts'
import { disagreements, expectBooksToAgree } from '../money-oracle.ts'
import { keptSequences } from './kept-sequences.ts'
import { Model } from './model.ts'
import { kinds, sequences, take, type Wish } from './moves.ts'
import { standingIn, standingOf } from './compare.ts'
import { Till } from './till.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const SEED = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31))
const [RUNS, MOVES] = process.env.TEST_LONG ? [5_000, 60] : [300, 16]

/** All that was ever answered, so that it shows when a kind of move is never made. */
const answered = new Set<string | null>()

/** Whatever is done: each answer, and in the end how things stand, is what the model says, and the books agree. */
async function play(wishes: readonly Wish[]): Promise<void> {
  const model = new Model()
  const till = await Till.open(app, model.today)
  for (const wish of wishes) answered.add(await take(wish, model, till))
  expect(await standingIn(app.owner, till)).toEqual(standingOf(model))
  expect(await disagreements(app.owner, till.community.id)).toEqual([])
}

describe('money, whatever is done with it in whatever order', () => {
  it.each(keptSequences)('[FIN-02] is where the model says, also where $fault', ({ wishes }) => play(wishes))

  it(
    `[FIN-01] [FIN-02] is where the model says, and agrees in the books, after ${RUNS} sequences (TEST_SEED=${SEED})`,
    async () => {
      await fc.assert(fc.asyncProperty(sequences(MOVES), play), { numRuns: RUNS, seed: SEED })
      await expectBooksToAgree(app.owner)
      expect(kinds.filter((kind) => !answered.has(`${kind} done`))).toEqual([])
    },
    RUNS * 2_000,
  )
})
