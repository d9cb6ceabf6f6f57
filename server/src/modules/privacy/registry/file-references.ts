/** Every place that may name a row of `files`. A file that none of them names was uploaded and never used. */
export const fileReferences: Readonly<Record<string, string>> = {
  case_files: 'file_id',
  residence_applications: 'file_ids',
  household_events: 'file_ids',
  letters: 'file_ids',
  notices: 'file_ids',
  notice_editions: 'file_ids',
  visits: 'file_ids',
  box_openings: 'file_ids',
  contact_sheets: 'account_file_id',
  improvement_tellings: 'file_ids',
  disclosure_vouchers: 'file_id',
  ledger_vouchers: 'file_id',
  meter_readings: 'file_id',
  shared_costs: 'file_ids',
}

/** Named ids of files that are not rows of `files`. */
export const otherFiles: readonly string[] = ['document_versions.file_id']

const isList = (column: string) => column.endsWith('s')

/** Holds for a file `t` that nothing names. */
export const UNATTACHED = Object.entries(fileReferences)
  .map(([table, column]) => {
    const names = isList(column) ? `t.id = ANY (r.${column})` : `r.${column} = t.id`
    return `NOT EXISTS (SELECT FROM ${table} r WHERE r.community_id = t.community_id AND ${names})`
  })
  .join(' AND ')
