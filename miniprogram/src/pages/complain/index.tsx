import { ComplainScreen } from '../../resident/complaints/complain.tsx'

export default ComplainScreen
