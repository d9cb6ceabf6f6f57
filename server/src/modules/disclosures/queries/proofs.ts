import { GROUP, lineHash, pathThroughGroup, type Inclusion, type Line, type SignedHead } from '@yinuo/disclosure-proof'
import type { Database, IdentityDatabase, Reach } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { LINES_BETWEEN, publicLine, type LeafRow } from './lines.sql.ts'

const WHERE_POSTED = {
  name: 'community-of-posted-disclosure',
  text: `SELECT community_id AS "communityId" FROM disclosures WHERE id = $1 AND state = 'posted'`,
}

/** Who asks without a session sees the community of what is posted, and of that only what is posted. */
export async function reachOfPosted(identity: IdentityDatabase, id: string): Promise<Reach & { communityId: string }> {
  const [found] = await identity.run<{ communityId: string }>(WHERE_POSTED, [id])
  if (!found) throw new ProblemError('NOT_FOUND')
  return { communityId: found.communityId, communities: [found.communityId], companies: [] }
}

const SIGNED = {
  name: 'signed-disclosure',
  text: `SELECT head, signature, public_key AS "publicKey", group_roots AS "groupRoots" FROM disclosures
    WHERE community_id = $1 AND id = $2 AND state = 'posted'`,
}

interface Place {
  communityId: string
  id: string
  reach: Reach
}

/** Proofs of the given lines. Each reads the 256 lines of its group and the kept roots of the others. */
export async function proveLines(database: Database, { communityId, id, reach }: Place, numbers: readonly number[]) {
  const [signed] = await database.read<SignedHead & { groupRoots: Buffer }>(reach, SIGNED, [communityId, id])
  if (!signed) throw new ProblemError('NOT_FOUND')
  const { groupRoots, ...disclosure } = signed
  const roots = Array.from({ length: groupRoots.length / 32 }, (_, at) => groupRoots.subarray(at * 32, at * 32 + 32))
  const groups = new Map<number, Promise<Line[]>>()
  const groupOf = (at: number) => {
    const read = groups.get(at) ?? readLines(database, { communityId, id, reach }, at * GROUP, (at + 1) * GROUP)
    groups.set(at, read)
    return read
  }
  const proofs: Inclusion[] = []
  for (const number of numbers) {
    const index = number - 1
    const group = await groupOf(Math.floor(index / GROUP))
    const line = group[index % GROUP]
    if (!line) throw new ProblemError('NOT_FOUND')
    const path = pathThroughGroup(index, group.map(lineHash), roots)
    proofs.push({ disclosure, line, path: path.map((hash) => Buffer.from(hash).toString('hex')) })
  }
  return proofs
}

async function readLines(database: Database, { communityId, id, reach }: Place, after: number, upTo: number): Promise<Line[]> {
  const rows = await database.read<LeafRow>(reach, LINES_BETWEEN, [communityId, id, after, upTo])
  return rows.map(publicLine)
}

const CHAIN = {
  name: 'disclosure-chain',
  text: `
    SELECT x.head, x.signature, x.public_key AS "publicKey" FROM disclosures d
    JOIN disclosures x ON x.community_id = d.community_id AND x.fund = d.fund AND x.state = 'posted' AND x.sequence <= d.sequence
    WHERE d.community_id = $1 AND d.id = $2 AND d.state = 'posted' ORDER BY x.sequence`,
}

const PAGE = 5000

/** The whole file, piece by piece: a million lines never stand in memory. */
export async function* bundleText(database: Database, place: Place): AsyncGenerator<string> {
  const chain = await database.read<SignedHead>(place.reach, CHAIN, [place.communityId, place.id])
  yield `{"disclosure":${JSON.stringify(chain.at(-1))},"chain":${JSON.stringify(chain)},"lines":[`
  for (let after = 0; ; after += PAGE) {
    const lines = await readLines(database, place, after, after + PAGE)
    if (lines.length > 0) yield `${after > 0 ? ',' : ''}\n${lines.map((line) => JSON.stringify(line)).join(',\n')}`
    if (lines.length < PAGE) break
  }
  yield ']}'
}
