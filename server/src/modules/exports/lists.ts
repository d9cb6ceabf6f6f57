import type { ExportableListCode } from '@yinuo/contracts'
import { auditExport } from '../access/index.ts'
import { deliveriesExport } from '../messages/index.ts'
import { applicationsExport, codesExport, householdsExport } from '../organisation/index.ts'
import { postsExport, staffExport } from '../people/index.ts'
import { repairsExport, samplesExport } from '../repairs/index.ts'
import type { ExportableList } from './list.ts'

/** Every list that may leave, as its module declares it. */
export const lists: Readonly<Record<ExportableListCode, ExportableList>> = {
  households: householdsExport,
  repairs: repairsExport,
  samples: samplesExport,
  applications: applicationsExport,
  codes: codesExport,
  staff: staffExport,
  posts: postsExport,
  deliveries: deliveriesExport,
  audit: auditExport,
}
