import { BillsScreen } from '../../resident/bills/bills.tsx'

export default BillsScreen
