import { openPage } from '../../platform'
import { keepDraft, keptDraft } from './kept-draft.ts'

/** From the home page one reports for oneself, whatever was begun on the spot as staff. */
export function openReport(): void {
  const draft = keptDraft()
  if (draft.onSite && !draft.sending) keepDraft({ ...draft, onSite: null, codeToken: null, place: null })
  openPage('pages/report/index')
}
