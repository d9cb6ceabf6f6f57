import { codeKinds, codeStates, type EntryCode } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { CodeQuery } from '../http/organisation.dto.ts'
import { listCodes } from '../queries/list-codes.ts'

/** Without what is in the codes: who holds that could print them. */
export const codesExport: ExportableList<CodeQuery, EntryCode> = {
  permission: 'codes.read',
  filter: CodeQuery,
  columns: [
    { title: '位置', width: 30, cell: (code) => code.placeLabel },
    { title: '类型', width: 10, cell: (code) => codeKinds[code.kind] },
    { title: '状态', width: 10, cell: (code) => codeStates[code.state] },
    { title: '制作时间', width: 20, kind: 'instant', cell: (code) => code.createdAt },
    { title: '失效时间', width: 20, kind: 'instant', cell: (code) => code.expiresAt },
  ],
  page: ({ database, act, communityId }, filter) => listCodes(database, act, communityId, filter),
}
