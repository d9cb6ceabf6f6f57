import type { CodeKind } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { WechatError, wechatProblem, type Wechat } from '../../../wechat/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { stateOfCode } from '../rules/code-state.ts'
import { drawCodeSheet, type SheetCard } from './draw-code-sheet.ts'

const CODES = {
  name: 'codes-to-print',
  text: `
    SELECT e.id, e.kind, e.token, e.place_label, e.expires_at, e.revoked_at, c.name AS community_name, c.hotline
    FROM entry_codes e JOIN communities c ON c.id = e.community_id
    WHERE e.community_id = $1 AND e.id = ANY ($2::uuid[])
    ORDER BY array_position($2::uuid[], e.id)`,
}

interface CodeRow {
  id: string
  kind: CodeKind
  token: string
  place_label: string
  expires_at: Date | null
  revoked_at: Date | null
  community_name: string
  hotline: string
}

/** The one page all codes open; what they mean is known only here. */
const LANDING = 'pages/entry/index'
const invitations: Readonly<Record<CodeKind, string>> = {
  community: '微信扫码，绑定房屋、报修',
  building: '微信扫码，报修、查进度',
  unit: '微信扫码，报修不用填房号',
  asset: '设备故障，微信扫码报修',
  place: '这里有问题？微信扫码告诉我们',
}
const AT_ONCE = 6
const PICTURE_WIDTH = 430

/** The codes as a PDF to print and cut. A code that no longer works is not printed. */
export async function printCodeSheet(database: Database, wechat: Wechat, act: CallerAct, communityId: string, codeIds: string[]) {
  const codes = await database.read<CodeRow>(act.reach, CODES, [communityId, codeIds])
  if (codes.length !== codeIds.length) throw new ProblemError('NOT_FOUND')
  for (const code of codes) {
    const state = stateOfCode({ expiresAt: code.expires_at, revokedAt: code.revoked_at }, act.now)
    if (state !== 'valid') throw new ProblemError(state === 'revoked' ? 'CODE_REVOKED' : 'CODE_EXPIRED')
  }
  const cards: SheetCard[] = []
  for (let from = 0; from < codes.length; from += AT_ONCE)
    cards.push(...(await Promise.all(codes.slice(from, from + AT_ONCE).map((code) => cardOf(wechat, code)))))
  return drawCodeSheet(cards, act.now)
}

async function cardOf(wechat: Wechat, code: CodeRow): Promise<SheetCard> {
  const { bytes } = await wechat
    .unlimitedCode({ scene: code.token, page: LANDING, width: PICTURE_WIDTH })
    .catch((error: unknown) => {
      throw error instanceof WechatError ? wechatProblem(error) : error
    })
  return {
    communityName: code.community_name,
    placeLabel: code.place_label,
    hotline: code.hotline,
    invitation: invitations[code.kind],
    serial: code.token.slice(0, 6),
    picture: bytes,
  }
}
