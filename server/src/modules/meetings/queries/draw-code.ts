import type { MeetingCode } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { WechatError, wechatProblem, type Wechat } from '../../../wechat/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { checkInWindow } from '../rules/index.ts'

/** The page every code opens; it tells a check-in by its first letter. */
const LANDING = 'pages/entry/index'
const WIDTH = 860

const KEY = {
  name: 'meeting-code',
  text: `SELECT title, check_in_key AS key, starts_at AS "startsAt", ends_at AS "endsAt" FROM meetings WHERE community_id = $1 AND id = $2`,
}

/** The code to be shown where the meeting is; none yet: nobody has asked for one. */
export async function drawMeetingCode(
  database: Database,
  wechat: Wechat,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<MeetingCode> {
  const [meeting] = await database.read<{ title: string; key: string | null; startsAt: Date; endsAt: Date }>(act.reach, KEY, [
    communityId,
    id,
  ])
  if (!meeting?.key) throw new ProblemError('NOT_FOUND')
  const scene = `m${meeting.key}`
  const picture = await wechat.unlimitedCode({ scene, page: LANDING, width: WIDTH }).catch((error: unknown) => {
    throw error instanceof WechatError ? wechatProblem(error) : error
  })
  const { from, until } = checkInWindow(meeting)
  return {
    picture: `data:${picture.contentType};base64,${picture.bytes.toString('base64')}`,
    from: from.toISOString(),
    until: until.toISOString(),
  }
}
