import { MeScreen } from '../../resident/me/me.tsx'

export default MeScreen
