import { DisclosuresScreen } from '../../resident/disclosures/disclosures.tsx'

export default DisclosuresScreen
