import type { PassThrough } from 'node:stream'
import { exportableLists, type ExportableListCode, type Page, type Permission } from '@yinuo/contracts'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError, validation } from '../../../platform/http/index.ts'
import type { PageQuery } from '../../../platform/http/page.dto.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import { writeWorkbook, type Written } from '../../../platform/workbooks/index.ts'
import { groundsWithAll, holds, type CallerAct } from '../../access/index.ts'
import type { ExportableList, ExportSource } from '../list.ts'
import { lists } from '../lists.ts'

const PAGE = 100
const MOST_ROWS = 100_000

export interface ExportWish {
  list: ExportableListCode
  filters: Record<string, string>
  unmasked?: boolean
  reason?: string
}

export interface Export {
  fileName: string
  /** Fills the file; to be called once something reads it. */
  writeTo(output: PassThrough): Promise<void>
}

/**
 * Whether it may be exported is decided, and its first page read, before a byte leaves: until then it can be refused in words.
 * @throws ProblemError NOT_ALLOWED without the list's own permission, VALIDATION_FAILED for filters the list does not know.
 */
export async function openExport(from: Omit<ExportSource, 'phone'>, wish: ExportWish): Promise<Export> {
  const { communityId, database } = from
  const list = lists[wish.list]
  if (!holds(from.act.caller, communityId, list.permission)) throw new ProblemError('NOT_ALLOWED')
  const phone = phonesFor(from.act, communityId, wish)
  const needed = [list.permission, 'lists.export', ...(wish.unmasked ? ['archive.unmask'] : [])] as Permission[]
  const buildings = groundsWithAll(from.act.caller, communityId, needed)
  if (list.ofCommunity && !buildings.includes(communityId)) throw new ProblemError('NOT_ALLOWED')
  const act = { ...from.act, reach: { ...from.act.reach, buildings } }
  const source = { ...from, act, phone }
  const filter = (await validation().transform(wish.filters, { type: 'query', metatype: list.filter })) as PageQuery
  const first = await pageOf(list, source, filter)
  return {
    fileName: fileNameOf(act, communityId, wish.list),
    writeTo: (output) =>
      writeWorkbook(
        output,
        { name: exportableLists[wish.list], columns: list.columns, most: MOST_ROWS },
        pagesFrom(first, (cursor) => pageOf(list, source, filter, cursor)),
        (written) =>
          database.write({ ...act, idempotency: null }, (tx) => recordAudit(tx, act, audited(act, communityId, wish, written))),
      ),
  }
}

function phonesFor(act: CallerAct, communityId: string, { unmasked, reason }: ExportWish): (phone: string) => string {
  if (!unmasked) return maskPhone
  if (!holds(act.caller, communityId, 'archive.unmask')) throw new ProblemError('NOT_ALLOWED')
  if (!reason) {
    throw new ProblemError('VALIDATION_FAILED', {}, [
      { field: 'reason', message: '请说明为什么需要完整手机号，会记入操作记录。' },
    ])
  }
  return (phone) => phone
}

const pageOf = (list: ExportableList, source: ExportSource, filter: PageQuery, cursor?: string) =>
  list.page(source, { ...filter, cursor, limit: PAGE })

async function* pagesFrom<Row>(first: Page<Row>, load: (cursor: string) => Promise<Page<Row>>): AsyncGenerator<Row[]> {
  for (let page = first; ; page = await load(page.nextCursor)) {
    yield page.items
    if (page.nextCursor === null) return
  }
}

function fileNameOf(act: CallerAct, communityId: string, list: ExportableListCode): string {
  const community = act.caller.staff!.posts.find((post) => post.communityId === communityId)!.communityName
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(act.now)
  return `${community}-${exportableLists[list]}-${today}.xlsx`
}

function audited(act: CallerAct, communityId: string, { list, filters, unmasked, reason }: ExportWish, written: Written) {
  return {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'lists.export',
    subjectKind: 'community',
    subjectId: communityId,
    before: null,
    after: { list, filters, unmasked: unmasked ?? false, reason: reason ?? null, ...written },
  }
}
