import { ConversationsScreen } from './conversations.tsx'

export default ConversationsScreen
