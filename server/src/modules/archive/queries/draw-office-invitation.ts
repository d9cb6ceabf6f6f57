import type { InvitationCode } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { Wechat } from '../../../wechat/index.ts'
import { pictureOfInvitation } from '../../organisation/index.ts'

const OPEN = {
  name: 'open-office-invitation',
  text: `SELECT token FROM residence_invitations
         WHERE community_id = $1 AND id = $2 AND invited_by_staff IS NOT NULL AND accepted_at IS NULL AND revoked_at IS NULL
           AND expires_at > $3`,
}

/** An open invitation of the office as a code to be printed or sent; what an owner sent stays the owner's to hand on. */
export async function drawOfficeInvitation(
  database: Database,
  wechat: Wechat,
  act: Act,
  communityId: string,
  id: string,
): Promise<InvitationCode> {
  const [invitation] = await database.read<{ token: string }>(act.reach, OPEN, [communityId, id, act.now])
  if (!invitation) throw new ProblemError('NOT_FOUND')
  return pictureOfInvitation(wechat, invitation.token)
}
