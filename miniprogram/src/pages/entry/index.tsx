import { EntryScreen } from '../../resident/entry/entry.tsx'

export default EntryScreen
