import { ReportScreen } from '../../resident/report/report.tsx'

export default ReportScreen
