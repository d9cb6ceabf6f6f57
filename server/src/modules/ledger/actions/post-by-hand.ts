import type { TransferAccount } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { faultByHand, linesByHand, linesOfTransfer, type EntryLine, type LineByHand } from '../rules/index.ts'
import { keepVouchers, type VoucherIds } from './keep-vouchers.ts'
import { postEntry } from './post-entry.ts'
import { reverseEntry } from './reverse-entry.ts'

interface ByHand extends VoucherIds {
  text: string
  bookedOn: string
}
export interface Transfer extends ByHand {
  from: TransferAccount
  to: TransferAccount
  amountFen: number
}
export interface Adjustment extends ByHand {
  lines: LineByHand[]
}

/** Money moved between cash, bank and WeChat: cash paid in at the bank, what WeChat settled to the account. */
export function transferMoney(tx: EntityManager, act: CallerAct, communityId: string, wish: Transfer): Promise<string> {
  if (wish.from === wish.to) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'to', message: '转出和转入要不同。' }])
  return postByHand(tx, act, communityId, 'transfer', wish, linesOfTransfer(wish.from, wish.to, wish.amountFen, wish.text))
}

/** What no other door books: a difference found in counting, income or spending that stood under another fund or category. */
export function adjustBooks(tx: EntityManager, act: CallerAct, communityId: string, wish: Adjustment): Promise<string> {
  const fault = faultByHand(wish.lines)
  if (fault) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'lines', message: fault }])
  return postByHand(tx, act, communityId, 'adjustment', wish, linesByHand(wish.lines, wish.text))
}

async function postByHand(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  kind: 'transfer' | 'adjustment',
  { text, bookedOn, ...vouchers }: ByHand,
  lines: EntryLine[],
): Promise<string> {
  refuseFuture(act, bookedOn)
  const sourceId = newId(act.now)
  const id = await postEntry(tx, act, { communityId, kind, text, source: { kind, id: sourceId }, lines, bookedOn })
  await keepVouchers(tx, act, communityId, sourceId, vouchers)
  await auditEntry(tx, act, communityId, id!, {
    action: `ledger.${kind === 'transfer' ? 'transfer' : 'adjust'}`,
    after: { text, bookedOn, lines },
  })
  return id!
}

/** Nothing is booked on a day that has not come. */
export function refuseFuture(act: CallerAct, day: string): void {
  if (day > todayIn(act)) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'bookedOn', message: '日期不能晚于今天。' }])
}

/** Turns a transfer or an adjustment round. What other doors booked is put right there. */
export async function reverseByHand(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  entryId: string,
  { reason }: { reason: string },
): Promise<string> {
  const [entry] = (await tx.query('SELECT kind FROM ledger_entries WHERE community_id = $1 AND id = $2', [
    communityId,
    entryId,
  ])) as { kind: string }[]
  if (!entry) throw new ProblemError('NOT_FOUND')
  if (entry.kind !== 'transfer' && entry.kind !== 'adjustment') throw new ProblemError('ENTRY_NOT_BY_HAND')
  const id = await reverseEntry(tx, act, { communityId, entryId, reason })
  await auditEntry(tx, act, communityId, entryId, { action: 'ledger.reverse', after: { reason, reversal: id } })
  return id
}

function auditEntry(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  subjectId: string,
  { action, after }: { action: string; after: unknown },
): Promise<void> {
  const { companyId } = act.caller.staff!
  return recordAudit(tx, act, { companyId, communityId, action, subjectKind: 'ledger-entry', subjectId, before: null, after })
}
