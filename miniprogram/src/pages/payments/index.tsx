import { PaymentsScreen } from '../../resident/payments/payments.tsx'

export default PaymentsScreen
