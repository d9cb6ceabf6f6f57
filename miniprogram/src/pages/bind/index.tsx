import { BindScreen } from '../../resident/bind/bind.tsx'

export default BindScreen
