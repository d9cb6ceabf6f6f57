import { ServicesScreen } from '../../resident/services/services.tsx'

export default ServicesScreen
