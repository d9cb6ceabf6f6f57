import { MessageSettingsScreen } from '../../resident/messages/message-settings.tsx'

export default MessageSettingsScreen
