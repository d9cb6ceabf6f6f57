/** The books (账簿) of a community: double entry, append only, by months that are closed (FIN-05). */
export { postEntry, type EntryDraft } from './actions/post-entry.ts'
