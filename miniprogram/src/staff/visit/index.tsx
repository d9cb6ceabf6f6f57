import { VisitScreen } from './visit.tsx'

export default VisitScreen
