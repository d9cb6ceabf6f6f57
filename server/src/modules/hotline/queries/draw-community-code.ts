import type { Database } from '../../../platform/database/index.ts'
import { WechatError, wechatProblem, type Wechat } from '../../../wechat/index.ts'
import type { CallerAct } from '../../access/index.ts'

const LANDING = 'pages/entry/index'
const WIDTH = 430

const CODE = {
  name: 'code-of-community',
  text: `SELECT token FROM entry_codes WHERE community_id = $1 AND kind = 'community' AND revoked_at IS NULL
    AND (expires_at IS NULL OR expires_at > $2) ORDER BY created_at DESC LIMIT 1`,
}

/** The mini-program code of the community, by the newest of its own codes that is in force; null: none was made. */
export async function drawCommunityCode(
  database: Database,
  wechat: Wechat,
  act: CallerAct,
  communityId: string,
): Promise<{ picture: string | null }> {
  const [code] = await database.read<{ token: string }>(act.reach, CODE, [communityId, act.now])
  if (!code) return { picture: null }
  const picture = await wechat.unlimitedCode({ scene: code.token, page: LANDING, width: WIDTH }).catch((error: unknown) => {
    throw error instanceof WechatError ? wechatProblem(error) : error
  })
  return { picture: `data:${picture.contentType};base64,${picture.bytes.toString('base64')}` }
}
