import { causeKinds, complaintCategories, repairCategories, type CauseCount, type CauseKind } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { AnalysisExportQuery } from '../http/causes.dto.ts'
import { analyseCauses } from '../queries/cause-analysis.ts'

function categoryWord(kind: CauseKind, category: string | null): string {
  if (category === null) return '通用'
  if (kind === 'complaint') return complaintCategories[category as keyof typeof complaintCategories]
  return repairCategories[category as keyof typeof repairCategories].label
}

/** The table beside the chart: every cause of the period on one page. */
export const causesExport: ExportableList<AnalysisExportQuery, CauseCount> = {
  permission: 'improvement.read',
  ofCommunity: true,
  filter: AnalysisExportQuery,
  columns: [
    { title: '原因', width: 28, cell: (cause) => cause.name },
    { title: '类型', width: 12, cell: (cause) => causeKinds[cause.kind] },
    { title: '分类', width: 14, cell: (cause) => categoryWord(cause.kind, cause.category) },
    { title: '件数', width: 10, kind: 'number', cell: (cause) => cause.cases },
    { title: '占比（%）', width: 12, kind: 'number', cell: (cause) => cause.share },
    { title: '累计占比（%）', width: 14, kind: 'number', cell: (cause) => cause.cumulative },
  ],
  page: async ({ database, act, communityId }, filter) => {
    const { items } = await analyseCauses(database, act, communityId, filter)
    return { items, nextCursor: null }
  },
}
