import { publishedSides } from '@yinuo/contracts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { ExportableList } from '../../exports/index.ts'
import { ExportedLineQuery, type DisclosureLine } from '../http/disclosures.dto.ts'
import { listLines } from '../queries/list-lines.ts'

export const disclosureLinesExport: ExportableList<ExportedLineQuery, DisclosureLine> = {
  permission: 'disclosures.read',
  ofCommunity: true,
  filter: ExportedLineQuery,
  columns: [
    { title: '序号', width: 8, kind: 'number', cell: (line) => line.number },
    { title: '日期', width: 12, kind: 'day', cell: (line) => line.day },
    { title: '收支', width: 8, cell: (line) => publishedSides[line.side] },
    { title: '项目', width: 24, cell: (line) => line.charge },
    { title: '金额（元）', width: 14, kind: 'money', cell: (line) => line.amountFen / 100 },
    { title: '摘要', width: 40, cell: (line) => line.text },
    { title: '凭证', width: 8, kind: 'number', cell: (line) => line.vouchers.length },
  ],
  page: ({ database, links, act, communityId }, filter) => {
    if (!filter.disclosureId) throw new ProblemError('NOT_FOUND')
    return listLines(database, links, act, { communityId, id: filter.disclosureId, reach: act.reach }, filter)
  },
}
