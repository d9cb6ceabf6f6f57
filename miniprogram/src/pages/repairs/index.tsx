import { RepairsScreen } from '../../resident/repairs/repairs.tsx'

export default RepairsScreen
