import { ChangesScreen } from '../../resident/changes/changes.tsx'

export default ChangesScreen
