import { OutageScreen } from '../../resident/notices/outage.tsx'

export default OutageScreen
