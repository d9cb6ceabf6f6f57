import { BoxesScreen } from './boxes.tsx'

export default BoxesScreen
