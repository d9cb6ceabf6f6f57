import { PaymentScreen } from '../../resident/payments/payment.tsx'

export default PaymentScreen
