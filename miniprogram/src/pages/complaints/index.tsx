import { ComplaintsScreen } from '../../resident/complaints/complaints.tsx'

export default ComplaintsScreen
