import { useRouter } from '../../platform'
import { EntryScreen } from '../../resident/entry/entry.tsx'
import { tokenOf } from '../../resident/entry/scene.ts'
import { isInvitation } from '../../resident/household/invite.ts'
import { InvitationScreen } from '../../resident/household/invitation.tsx'

/** One page for every code: those of places, and those of invitations. */
export default function EntryPage() {
  const token = tokenOf(useRouter().params['scene'])
  return isInvitation(token) ? <InvitationScreen token={token} /> : <EntryScreen />
}
