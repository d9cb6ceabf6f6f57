import { DevicesScreen } from '../../resident/devices/devices.tsx'

export default DevicesScreen
