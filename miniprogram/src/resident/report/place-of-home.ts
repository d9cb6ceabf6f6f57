import type { Home } from '@yinuo/contracts'
import type { DraftPlace } from './draft.ts'

export function placeOfHome(home: Home): DraftPlace {
  return {
    communityId: home.communityId,
    communityName: home.communityName,
    hotline: home.hotline,
    kind: 'unit',
    id: home.unitId,
    label: home.unitLabel,
  }
}
