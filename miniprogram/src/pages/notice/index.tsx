import { NoticeScreen } from '../../resident/notices/notice.tsx'

export default NoticeScreen
