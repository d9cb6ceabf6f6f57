import type { InvitationCode } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { WechatError, wechatProblem, type Wechat } from '../../../wechat/index.ts'
import { ownedHome } from '../actions/send-invitation.ts'
import type { CallerAct } from '../../access/index.ts'

const OPEN = {
  name: 'open-invitation',
  text: `SELECT unit_id, token FROM residence_invitations
         WHERE community_id = $1 AND id = $2 AND invited_by IS NOT NULL AND accepted_at IS NULL AND revoked_at IS NULL
           AND expires_at > $3`,
}

/** The page every code opens; it tells an invitation by its first letter. */
const LANDING = 'pages/entry/index'
const WIDTH = 430

/** The invitation as a code to be scanned from the owner's phone. */
export async function drawInvitation(
  database: Database,
  wechat: Wechat,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<InvitationCode> {
  const [invitation] = await database.read<{ unit_id: string; token: string }>(act.reach, OPEN, [communityId, id, act.now])
  if (!invitation) throw new ProblemError('NOT_FOUND')
  ownedHome(act, communityId, invitation.unit_id)
  return pictureOfInvitation(wechat, invitation.token)
}

/** What is scanned with WeChat to take an invitation. */
export async function pictureOfInvitation(wechat: Wechat, token: string): Promise<InvitationCode> {
  const picture = await wechat.unlimitedCode({ scene: token, page: LANDING, width: WIDTH }).catch((error: unknown) => {
    throw error instanceof WechatError ? wechatProblem(error) : error
  })
  return { picture: `data:${picture.contentType};base64,${picture.bytes.toString('base64')}` }
}
