import { TodayScreen } from './today.tsx'

export default TodayScreen
