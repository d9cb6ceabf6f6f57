import { StaffRepairScreen } from './repair.tsx'

export default StaffRepairScreen
