import { platform } from '../../platform'
import type { DraftPlace, ReportDraft } from './draft.ts'
import { atPlace, emptyDraft } from './draft.ts'

const keptAs = 'report.draft'

export function keptDraft(): ReportDraft {
  return { ...emptyDraft, ...platform.read<ReportDraft>(keptAs) }
}

export function keepDraft(draft: ReportDraft): void {
  platform.write(keptAs, draft)
}

export function forgetDraft(): void {
  platform.forget(keptAs)
}

/** A scanned place goes into the draft, unless one is on its way to the server. */
export function reportAt(place: DraftPlace, codeToken: string, byStaff: boolean): void {
  const draft = keptDraft()
  if (!draft.sending) keepDraft(atPlace(draft, place, codeToken, byStaff))
}
