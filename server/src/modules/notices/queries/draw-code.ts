import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { WechatError, wechatProblem, type Wechat } from '../../../wechat/index.ts'
import type { CallerAct } from '../../access/index.ts'

/** The page every code opens; it tells a notice by its first letter. */
const LANDING = 'pages/entry/index'
const WIDTH = 430

/** `n` and the notice's id in 22 letters; whom the notice is not for, it shows nothing. */
export const sceneOf = (noticeId: string) => `n${Buffer.from(noticeId.replaceAll('-', ''), 'hex').toString('base64url')}`

export async function drawCode(
  database: Database,
  wechat: Wechat,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<{ picture: string }> {
  const statement = { name: 'notice-exists', text: 'SELECT 1 AS found FROM notices WHERE community_id = $1 AND id = $2' }
  const found = await database.read(act.reach, statement, [communityId, id])
  if (found.length === 0) throw new ProblemError('NOT_FOUND')
  const picture = await wechat.unlimitedCode({ scene: sceneOf(id), page: LANDING, width: WIDTH }).catch((error: unknown) => {
    throw error instanceof WechatError ? wechatProblem(error) : error
  })
  return { picture: `data:${picture.contentType};base64,${picture.bytes.toString('base64')}` }
}
