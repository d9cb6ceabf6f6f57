import { StaffComplaintScreen } from './complaint.tsx'

export default StaffComplaintScreen
