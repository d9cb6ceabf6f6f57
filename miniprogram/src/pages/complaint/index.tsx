import { ComplaintScreen } from '../../resident/complaints/complaint.tsx'

export default ComplaintScreen
