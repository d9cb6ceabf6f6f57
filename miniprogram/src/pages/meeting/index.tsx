import { MeetingScreen } from '../../resident/meetings/meeting.tsx'

export default MeetingScreen
