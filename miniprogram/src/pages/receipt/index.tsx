import { ReceiptScreen } from '../../resident/payments/receipt.tsx'

export default ReceiptScreen
