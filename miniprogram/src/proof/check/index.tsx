import { CheckScreen } from '../../resident/disclosures/check.tsx'

export default CheckScreen
