export { tellPeople, type Recipient, type Telling } from './actions/tell-people.ts'
export type { MessageValues } from './rules/message-values.ts'
export { countUnread } from './queries/count-unread.ts'
