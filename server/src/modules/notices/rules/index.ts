export { keptAudience, namesNobody, wishedAudience, type AudienceWish, type KeptAudience } from './audience.ts'
export { noticeSteps, obstacleTo, type NoticeStep } from './notice-states.ts'
