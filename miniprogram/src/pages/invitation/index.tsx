import { useRouter } from '../../platform'
import { tokenOf } from '../../resident/entry/scene.ts'
import { InvitationScreen } from '../../resident/household/invitation.tsx'

/** Where the link of an invitation leads. */
export default function InvitationPage() {
  return <InvitationScreen token={tokenOf(useRouter().params['token']) ?? ''} />
}
