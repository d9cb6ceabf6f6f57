import { HouseholdScreen } from '../../resident/household/household.tsx'

export default HouseholdScreen
