import { HomeScreen } from '../../resident/home/home.tsx'

export default HomeScreen
