import { improvementStates, type ImprovementRow } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { ImprovementQuery } from '../http/improvements.dto.ts'
import { listImprovements } from '../queries/improvements.ts'

const effect = ({ effective }: ImprovementRow) => (effective === null ? '' : effective ? '有效' : '无效')

export const improvementsExport: ExportableList<ImprovementQuery, ImprovementRow> = {
  permission: 'improvement.read',
  ofCommunity: true,
  filter: ImprovementQuery,
  columns: [
    { title: '编号', width: 12, cell: (item) => item.number },
    { title: '标题', width: 36, cell: (item) => item.title },
    { title: '原因', width: 20, cell: (item) => item.causeName },
    { title: '位置', width: 20, cell: (item) => item.placeLabel || '全小区' },
    { title: '负责人', width: 12, cell: (item) => item.ownerName ?? '' },
    { title: '期限', width: 12, kind: 'day', cell: (item) => item.dueOn },
    { title: '进展', width: 12, cell: (item) => improvementStates[item.state] },
    { title: '逾期', width: 8, cell: (item) => (item.overdue ? '是' : '') },
    { title: '立项时每 30 天件数', width: 18, kind: 'number', cell: (item) => item.figureAtOpening },
    { title: '目标', width: 8, kind: 'number', cell: (item) => item.target },
    { title: '近 30 天件数', width: 14, kind: 'number', cell: (item) => item.figureNow },
    { title: '效果', width: 8, cell: effect },
  ],
  page: ({ database, act, communityId }, filter) => listImprovements(database, act, communityId, filter),
}
