import { caseKinds, letterSenders, letterStates, type LetterRow } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { LetterQuery } from '../http/letters.dto.ts'
import { listLetters } from '../queries/letters.ts'

export const lettersExport: ExportableList<LetterQuery, LetterRow> = {
  permission: 'complaints.assign',
  ofCommunity: true,
  filter: LetterQuery,
  columns: [
    { title: '收到时间', width: 20, kind: 'instant', cell: (letter) => letter.receivedAt },
    { title: '主题', width: 32, cell: (letter) => letter.subject },
    { title: '内容摘要', width: 48, cell: (letter) => letter.excerpt },
    { title: '发件人', width: 16, cell: (letter) => letter.fromName },
    { title: '邮箱', width: 28, cell: (letter) => letter.fromAddress },
    { title: '核实情况', width: 14, cell: (letter) => letterSenders[letter.sender] },
    { title: '附件数', width: 10, kind: 'number', cell: (letter) => letter.attachments },
    { title: '状态', width: 12, cell: (letter) => letterStates[letter.state] },
    { title: '登记为', width: 12, cell: (letter) => letter.case && caseKinds[letter.case.kind] },
    { title: '单号', width: 22, cell: (letter) => letter.case && letter.case.number },
    { title: '原因', width: 32, cell: (letter) => letter.reason },
  ],
  page: ({ database, act, communityId }, filter) => listLetters(database, act, communityId, filter),
}
