import { billing } from './parts/bill-run.ts'
import { clockScan } from './parts/clock-scan.ts'
import { importing } from './parts/import.ts'
import { pageGrowth } from './parts/page-growth.ts'
import { queuePage, reporting } from './parts/repairs.ts'
import { noticing } from './parts/notice.ts'
import { proving } from './parts/proof.ts'
import { permissionCheck } from './parts/permission-check.ts'
import { householdSearch } from './parts/household-search.ts'
import type { Finding } from './report.ts'
import { Workbench, type Choices } from './workbench.ts'

const parts: Readonly<Record<string, (bench: Workbench) => Promise<Finding[]>>> = {
  page: queuePage,
  report: reporting,
  growth: pageGrowth,
  scan: clockScan,
  search: householdSearch,
  import: importing,
  access: permissionCheck,
  notice: noticing,
  'bill-run': billing,
  proof: proving,
}

export const partNames = Object.keys(parts)

/** Runs the parts. Nothing fails on a time; a gate is held or missed. */
export async function bench(choices: Choices): Promise<Finding[]> {
  const workbench = await Workbench.set(choices)
  const findings: Finding[] = []
  for (const name of choices.only) {
    const part = parts[name]
    if (!part) throw new Error(`there is no part ${name}; there are ${partNames.join(', ')}`)
    findings.push(...(await part(workbench)))
  }
  return findings
}
