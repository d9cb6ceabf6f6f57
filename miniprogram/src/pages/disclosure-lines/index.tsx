import { DisclosureLinesScreen } from '../../resident/disclosures/lines.tsx'

export default DisclosureLinesScreen
