import { openPage } from '../../platform'
import { homeOf, session } from '../../session/session.ts'
import { atHome } from './draft.ts'
import { keepDraft, keptDraft } from './kept-draft.ts'
import { placeOfHome } from './place-of-home.ts'

/** From the home page one reports for oneself and the home chosen there, whatever was begun elsewhere or as staff. */
export function openReport(): void {
  const draft = keptDraft()
  if (!draft.sending) {
    const own = draft.onSite ? { ...draft, onSite: null, codeToken: null, place: null } : draft
    const home = homeOf(session.get())
    keepDraft(home ? atHome(own, placeOfHome(home)) : own)
  }
  openPage('pages/report/index')
}
