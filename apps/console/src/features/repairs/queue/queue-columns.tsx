import { StarFilled } from '@ant-design/icons'
import { codesOf, channels, repairCategories, repairStates, urgencies } from '@yinuo/contracts'
import type { Labels, RepairRow } from '@yinuo/contracts'
import type { TableColumnsType } from 'antd'
import { TimeText } from '../../../elements/time-text.tsx'
import { CaseLink } from '../case-link.tsx'
import type { RepairFilters } from '../queries.ts'
import { RepairStateTag, RowClock, UrgencyMark } from '../repair-marks.tsx'
import styles from './queue.module.css'

const choices = (labels: Labels<string>) => codesOf(labels).map((code) => ({ value: code, text: labels[code]! }))
const categories = Object.entries(repairCategories).map(([value, { label }]) => ({ value, text: label }))

const filter = (name: keyof RepairFilters, filters: RepairFilters, from: { value: string; text: string }[]) => ({
  key: name,
  filters: from,
  // Only states are asked for in lists; the server takes one of the others.
  filterMultiple: name === 'state',
  filteredValue: filters[name]?.split(',') ?? null,
})

/** The columns of the queue; the heads filter, and what they filter by stands in the address. */
export function queueColumns(filters: RepairFilters, assignees: { value: string; text: string }[]): TableColumnsType<RepairRow> {
  return [
    {
      title: '时限',
      width: 156,
      render: (_, row) => (row.rating === null ? <RowClock row={row} /> : <Rating stars={row.rating} />),
    },
    {
      title: '紧急',
      width: 82,
      ...filter('urgency', filters, choices(urgencies)),
      render: (_, row) => <UrgencyMark urgency={row.urgency} />,
    },
    {
      title: '位置与描述',
      ellipsis: true,
      render: (_, row) => (
        <>
          <strong style={{ fontWeight: 600 }}>{row.placeLabel}</strong>
          <div className={styles['description']}>{row.description}</div>
        </>
      ),
    },
    {
      title: '类别',
      width: 92,
      ...filter('category', filters, categories),
      render: (_, row) => repairCategories[row.category].label,
    },
    {
      title: '状态',
      width: 106,
      ...filter('state', filters, choices(repairStates)),
      render: (_, row) => <RepairStateTag state={row.state} />,
    },
    {
      title: '处理人',
      width: 90,
      ...filter('assigneeId', filters, assignees),
      filterSearch: true,
      render: (_, row) => row.assignee?.name ?? <span className={styles['note']}>—</span>,
    },
    {
      title: '报修人',
      width: 136,
      render: (_, row) => (
        <>
          {row.reporterName}
          <div className={styles['note']}>
            <TimeText at={row.reportedAt} /> · {channels[row.channel]}
          </div>
        </>
      ),
    },
    {
      title: '单号',
      width: 116,
      render: (_, row) => (
        <CaseLink communityId={row.communityId} id={row.id}>
          {row.number}
        </CaseLink>
      ),
    },
  ]
}

/** What is over has no clock any more; how it went is what counts. */
function Rating({ stars }: { stars: number }) {
  return (
    <span className={styles['rating']}>
      <StarFilled /> {stars} 分
    </span>
  )
}
