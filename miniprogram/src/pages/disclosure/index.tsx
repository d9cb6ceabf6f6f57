import { DisclosureScreen } from '../../resident/disclosures/disclosure.tsx'

export default DisclosureScreen
