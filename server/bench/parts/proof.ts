import { verifyPayment, type Inclusion } from '@yinuo/disclosure-proof'
import { inclusionInMany, rootOfGroup, secretOf } from '../../../libs/disclosure-proof/test/made-up.ts'
import type { Finding } from '../report.ts'
import { interleaved, median, ratioOf } from '../rounds.ts'
import type { Workbench } from '../workbench.ts'

const MANY = 1_000_000
const FEW = 1_000
const CHECKS = 50
/** What somebody with a phone in the hand does not notice, and what a proof may weigh. */
const MOST_MS = 50
const MOST_BYTES = 2048

/** The proof that a payment is inside published accounts of a million lines: how long its check takes, and what it weighs. */
export async function proving(bench: Workbench): Promise<Finding[]> {
  bench.say(`a tree of ${MANY.toLocaleString('en')} lines`)
  const [many, few] = [inclusionInMany(MANY, 654_321, rootOfGroup), inclusionInMany(FEW, 321, rootOfGroup)]
  for (const inclusion of [many, few]) checked(inclusion)
  const pairs = await interleaved(
    bench.rounds,
    async () => checked(many),
    async () => checked(few),
  )
  const name = 'check of a payment among 1,000,000 lines'
  const bytes = Buffer.byteLength(JSON.stringify({ line: many.line, path: many.path, secret: secretOf(many.line.number) }))
  const whole = Buffer.byteLength(JSON.stringify(many))
  const weight = bytes / MOST_BYTES
  return [
    { name, of: 'time / time among 1,000', ratio: ratioOf(pairs, (took) => took), gate: { atMost: 1.5 }, notes: [] },
    {
      name,
      of: `time / ${MOST_MS} ms`,
      ratio: ratioOf(
        pairs.map(([took]) => [took, MOST_MS]),
        (took) => took,
      ),
      gate: { atMost: 1 },
      notes: [`${median(pairs.map(([took]) => took)).toFixed(2)} ms, signature of the head included`],
    },
    {
      name: 'proof of a payment among 1,000,000 lines',
      of: `bytes / ${MOST_BYTES}`,
      ratio: { median: weight, min: weight, max: weight, rounds: 1 },
      gate: { atMost: 1 },
      notes: [`${bytes} bytes with its line, its salt and ${many.path.length} hashes; ${whole} as a file with the signed head`],
    },
  ]
}

/** @returns milliseconds of one check */
function checked(inclusion: Inclusion): number {
  const own = { secret: secretOf(inclusion.line.number), amountFen: inclusion.line.amountFen }
  const began = performance.now()
  for (let round = 0; round < CHECKS; round++) {
    if (!verifyPayment(inclusion, own).holds) throw new Error('the proof does not hold')
  }
  return (performance.now() - began) / CHECKS
}
