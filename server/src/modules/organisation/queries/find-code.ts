import type { CodeContext, CodeKind, PlaceKind, PropertyType, StandardFigures } from '@yinuo/contracts'
import type { Act, Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { promiseSentence } from '../../standards/index.ts'
import { stateOfCode } from '../rules/code-state.ts'
import { looksLikeEntryToken } from '../rules/entry-token.ts'

const FIND = {
  name: 'find-entry-code',
  text: `
    SELECT e.kind, e.place_id, e.place_label, e.expires_at, e.revoked_at, c.id AS community_id, c.name AS community_name, c.hotline,
      c.property_type
    FROM entry_codes e JOIN communities c ON c.id = e.community_id WHERE e.token = $1`,
}

const PROMISED = {
  name: 'promised-here',
  text: `SELECT figures FROM standard_adoptions WHERE community_id = $1 AND effective_from <= $2
         ORDER BY effective_from DESC, id DESC LIMIT 1`,
}

interface CodeRow {
  kind: CodeKind
  place_id: string | null
  place_label: string
  expires_at: Date | null
  revoked_at: Date | null
  community_id: string
  community_name: string
  hotline: string
  property_type: PropertyType
}

const placeKindOf: Readonly<Record<CodeKind, PlaceKind>> = {
  community: 'community',
  building: 'building',
  unit: 'unit',
  asset: 'asset',
  place: 'area',
}

/** Where a scanned code leads; needs no session. */
export async function findCode(identity: IdentityDatabase, database: Database, act: Act, token: string): Promise<CodeContext> {
  const [code] = looksLikeEntryToken(token) ? await identity.run<CodeRow>(FIND, [token]) : []
  if (!code) throw new ProblemError('CODE_UNKNOWN')
  const state = stateOfCode({ expiresAt: code.expires_at, revokedAt: code.revoked_at }, act.now)
  if (state === 'revoked') throw new ProblemError('CODE_REVOKED')
  if (state === 'expired') throw new ProblemError('CODE_EXPIRED')
  return {
    kind: code.kind,
    communityId: code.community_id,
    communityName: code.community_name,
    hotline: code.hotline,
    propertyType: code.property_type,
    place: { kind: placeKindOf[code.kind], id: code.place_id, label: code.place_label },
    promise: await promiseIn(database, act, code.community_id),
  }
}

async function promiseIn(database: Database, act: Act, communityId: string): Promise<string | null> {
  const reach = { communities: [communityId], companies: [] }
  const [adopted] = await database.read<{ figures: StandardFigures }>(reach, PROMISED, [communityId, act.now])
  return adopted ? promiseSentence(adopted.figures.repairs, 'routine') : null
}
