import { MeetingsScreen } from '../../resident/meetings/meetings.tsx'

export default MeetingsScreen
