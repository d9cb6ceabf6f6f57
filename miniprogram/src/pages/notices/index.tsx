import { NoticesScreen } from '../../resident/notices/notices.tsx'

export default NoticesScreen
