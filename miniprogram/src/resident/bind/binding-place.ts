import { platform } from '../../platform'
import type { DraftPlace } from '../report/draft.ts'

const keptAs = 'bind.place'

/** Where the code was that led here: its community, and its unit if it was a unit's code. */
export function rememberBindingAt(place: DraftPlace): void {
  platform.write(keptAs, place)
}

export function bindingPlace(): DraftPlace | null {
  return platform.read<DraftPlace>(keptAs)
}
