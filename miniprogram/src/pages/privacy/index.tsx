import { PrivacyScreen } from '../../resident/privacy/privacy.tsx'

export default PrivacyScreen
