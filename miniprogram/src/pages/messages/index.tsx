import { MessagesScreen } from '../../resident/messages/messages.tsx'

export default MessagesScreen
