import { setImmediate as breathe } from 'node:timers/promises'
import { gainOf, GroupedRoots, headHash, inOrder, lineHash, signHead, type Head, type Total } from '@yinuo/disclosure-proof'
import type { EntityManager } from 'typeorm'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { LINES_BETWEEN, publicLine, type LeafRow } from '../queries/lines.sql.ts'
import type { SigningKeys } from '../signing-keys.ts'
import { refuseChangedLedger } from './decide-disclosure.ts'
import {
  auditDisclosure,
  DISCLOSURE_TOLD,
  loadDisclosure,
  lockChain,
  refuseSame,
  type DisclosureRecord,
  type DisclosureRef,
} from './load-disclosure.ts'

const PAGE = 10_000

/** Signs it, hangs it onto what was posted before, and locks it (FIN-05, FIN-06). */
export async function postDisclosure(
  tx: EntityManager,
  act: CallerAct,
  keys: SigningKeys,
  ref: DisclosureRef,
  { version }: { version: number },
): Promise<void> {
  const found = await loadDisclosure(tx, ref, 'post', version)
  refuseSame(act, found.checked_by, { name: found.checked_by_name, done: '审核', action: '发布' })
  await lockChain(tx, ref.communityId, found.fund)
  await refuseChangedLedger(tx, ref, '发布')
  const secret = await keys.keyOf(tx, act, found.company_id)
  const tree = await treeOf(tx, ref)
  const head = await headOf(tx, act, found, tree)
  const { signature, publicKey } = signHead(head, secret)
  await tx.query(
    `UPDATE disclosures SET state = 'posted', posted_by = $3, posted_by_name = $4, posted_at = $5, sequence = $6, head = $7, head_hash = $8,
       signature = $9, public_key = $10, group_roots = $11, version = version + 1 WHERE community_id = $1 AND id = $2`,
    [
      ref.communityId,
      ref.id,
      act.actor.id,
      act.actor.name,
      act.now,
      head.sequence,
      JSON.stringify(head),
      headHash(head),
      signature,
      publicKey,
      Buffer.concat(tree.groupRoots),
    ],
  )
  const after = { state: 'posted', sequence: head.sequence, headHash: headHash(head) }
  await auditDisclosure(tx, act, found, { action: 'disclosures.post', before: { state: 'checked' }, after })
  await tell(tx, act, DISCLOSURE_TOLD, ref.communityId, {
    disclosureId: ref.id,
    what: found.edition > 1 ? 'corrected' : 'posted',
  })
}

interface Tree {
  root: string
  groupRoots: Uint8Array[]
  lines: number
}

/** Walks the lines once; between pages the program answers others. */
async function treeOf(tx: EntityManager, { communityId, id }: DisclosureRef): Promise<Tree> {
  const tree = new GroupedRoots()
  let lines = 0
  for (let rows: LeafRow[] = []; ;) {
    rows = (await tx.query(LINES_BETWEEN.text, [communityId, id, lines, lines + PAGE])) as LeafRow[]
    for (const row of rows) tree.add(lineHash(publicLine(row)))
    lines += rows.length
    if (rows.length < PAGE) break
    await breathe()
  }
  return { root: Buffer.from(tree.finish()).toString('hex'), groupRoots: tree.roots, lines }
}

async function headOf(tx: EntityManager, act: CallerAct, found: DisclosureRecord, { root, lines }: Tree): Promise<Head> {
  const totals = (await tx.query(
    `SELECT side, charge, sum(amount_fen)::float8 AS "amountFen", count(*)::int AS lines FROM disclosure_lines
     WHERE community_id = $1 AND disclosure_id = $2 GROUP BY side, charge`,
    [found.community_id, found.id],
  )) as Total[]
  const [last] = (await tx.query(
    `SELECT sequence, head_hash FROM disclosures WHERE community_id = $1 AND fund = $2 AND state = 'posted'
     ORDER BY sequence DESC LIMIT 1`,
    [found.community_id, found.fund],
  )) as { sequence: number; head_hash: string }[]
  return {
    company: found.company,
    communityId: found.community_id,
    community: found.community,
    fund: found.fund,
    from: found.period_from,
    to: found.period_to,
    version: found.edition,
    sequence: (last?.sequence ?? 0) + 1,
    openingFen: found.opening_fen,
    closingFen: found.opening_fen + gainOf(totals),
    totals: inOrder(totals),
    lines,
    root,
    notes: found.notes,
    reason: found.reason,
    before: last?.head_hash ?? '',
    postedAt: act.now.toISOString(),
  }
}
