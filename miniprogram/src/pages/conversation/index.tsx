import { ConversationScreen } from '../../resident/conversation/conversation.tsx'

export default ConversationScreen
