/** Suggestion boxes, their emptying and their slips (COM-05). */
export { WatchBoxes } from './jobs/watch-boxes.ts'
export { DUE_ON, LAST_EMPTIED } from './queries/due-on.ts'
export { SuggestionBoxesModule } from './suggestion-boxes.module.ts'
