import { sampleResults, type RepairSample } from '@yinuo/contracts'
import type { ExportableList } from '../../exports/index.ts'
import { SampleQuery } from '../http/repairs.dto.ts'
import { listSamples } from '../queries/list-samples.ts'

export const samplesExport: ExportableList<SampleQuery, RepairSample> = {
  permission: 'repairs.supervise',
  filter: SampleQuery,
  columns: [
    { title: '单号', width: 20, cell: (sample) => sample.repairNumber },
    { title: '位置', width: 24, cell: (sample) => sample.placeLabel },
    { title: '处理人', width: 12, cell: (sample) => sample.assigneeName },
    { title: '关闭时间', width: 20, kind: 'instant', cell: (sample) => sample.closedAt },
    { title: '抽中时间', width: 20, kind: 'instant', cell: (sample) => sample.drawnAt },
    { title: '结果', width: 10, cell: (sample) => sampleResults[sample.result] },
    { title: '检查人', width: 12, cell: (sample) => sample.inspectorName },
    { title: '检查情况', width: 40, cell: (sample) => sample.finding },
    { title: '检查时间', width: 20, kind: 'instant', cell: (sample) => sample.inspectedAt },
  ],
  page: ({ database, act, communityId }, filter) => listSamples(database, act, communityId, filter),
}
