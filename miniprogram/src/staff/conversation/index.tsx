import { StaffConversationScreen } from './conversation.tsx'

export default StaffConversationScreen
