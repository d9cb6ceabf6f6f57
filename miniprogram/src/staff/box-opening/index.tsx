import { BoxOpeningScreen } from './box-opening.tsx'

export default BoxOpeningScreen
