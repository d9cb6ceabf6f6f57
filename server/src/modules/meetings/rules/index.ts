export { obstacleTo, type MeetingStep } from './meeting-steps.ts'
export { checkInWindow, isIn } from './check-in.ts'
export { isSlot, mayBook, slotsOf, type Times } from './slots.ts'
export { pointStateOf, type FollowedCase } from './point-state.ts'
