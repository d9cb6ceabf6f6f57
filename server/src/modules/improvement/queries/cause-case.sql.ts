/** A case `c` behind a cause, with what was noted on naming it, as one JSON object. Who reported it is nobody's business here. */
export const CAUSE_CASE = `json_build_object('id', c.id, 'kind', c.kind, 'number', c.number, 'category', c.category,
  'placeLabel', c.place_label, 'description', c.description, 'note', coalesce(n.note, ''), 'reportedAt', c.reported_at)`

export interface CauseCaseRow {
  id: string
  kind: 'repair' | 'complaint'
  number: string
  category: string
  placeLabel: string
  description: string
  note: string
  reportedAt: string
}

export const caseView = ({ reportedAt, ...row }: CauseCaseRow) => ({ ...row, reportedAt: new Date(reportedAt).toISOString() })
