import { VisitsScreen } from './visits.tsx'

export default VisitsScreen
