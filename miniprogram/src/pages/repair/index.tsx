import { RepairScreen } from '../../resident/repairs/repair.tsx'

export default RepairScreen
