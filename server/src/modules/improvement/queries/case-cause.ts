import {
  complaintStates,
  repairStates,
  type CaseCause,
  type CauseKind,
  type CauseOption,
  type ComplaintState,
  type NamedCause,
  type Permission,
  type RepairState,
} from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { permissionsIn, type CallerAct } from '../../access/index.ts'

const NAMED = `(SELECT json_build_object('id', u.id, 'name', u.name, 'note', n.note, 'namedByName', n.named_by_name, 'namedAt', n.named_at)
  FROM case_causes n JOIN causes u ON u.company_id = n.company_id AND u.id = n.cause_id
  WHERE n.community_id = c.community_id AND n.case_id = c.id)`

/** `$1` community, `$2` case. Causes made for its category come first. */
export const CASE_CAUSE = {
  name: 'case-cause',
  text: `
    SELECT c.kind, c.state, c.category, c.building_id AS "buildingId", c.assignee_id AS "assigneeId", ${NAMED} AS cause,
      (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'fitting', u.category IS NOT NULL)
          ORDER BY u.category NULLS LAST, u.name), '[]')
        FROM causes u JOIN communities m ON m.company_id = u.company_id AND m.id = c.community_id
        WHERE (u.community_id IS NULL OR u.community_id = c.community_id) AND u.kind = c.kind AND u.retired_at IS NULL
          AND (u.category IS NULL OR u.category = c.category)) AS options
    FROM cases c WHERE c.community_id = $1 AND c.id = $2 AND c.kind IN ('repair', 'complaint')`,
}

export interface CauseFacts {
  kind: CauseKind
  state: string
  category: string
  buildingId: string | null
  assigneeId: string | null
  cause: NamedCause | null
  options: CauseOption[]
}

/** Who may see a case, who of them only when it is theirs, and who may say why it came about. */
const rights: Record<CauseKind, { read: Permission; work: Permission; name: readonly Permission[]; over: readonly string[] }> = {
  repair: {
    read: 'repairs.read',
    work: 'repairs.work',
    name: ['repairs.dispatch', 'repairs.supervise', 'improvement.edit'],
    over: ['done', 'closed', 'archived'],
  },
  complaint: {
    read: 'complaints.read',
    work: 'complaints.handle',
    name: ['complaints.assign', 'complaints.supervise', 'improvement.edit'],
    over: ['done', 'followed-up', 'archived'],
  },
}

export const isOver = ({ kind, state }: CauseFacts) => rights[kind].over.includes(state)

export const stateName = ({ kind, state }: CauseFacts) =>
  kind === 'repair' ? repairStates[state as RepairState] : complaintStates[state as ComplaintState]

/** @throws ProblemError NOT_FOUND when the case is not for the caller to see. */
export function standingTo(act: CallerAct, communityId: string, facts: CauseFacts | undefined): { mayName: boolean } {
  if (!facts) throw new ProblemError('NOT_FOUND')
  const held = permissionsIn(act.caller, communityId, facts.buildingId)
  const { read, work, name } = rights[facts.kind]
  const isTheirs = held.has(work) && facts.assigneeId !== null && facts.assigneeId === act.caller.staff?.id
  if (!isTheirs && !held.has(read)) throw new ProblemError('NOT_FOUND')
  return { mayName: isTheirs || name.some((permission) => held.has(permission)) }
}

export async function readCaseCause(database: Database, act: CallerAct, communityId: string, id: string): Promise<CaseCause> {
  const [facts] = await database.read<CauseFacts>(act.reach, CASE_CAUSE, [communityId, id])
  const { mayName } = standingTo(act, communityId, facts)
  const { cause, options } = facts!
  return {
    cause: cause && { ...cause, namedAt: new Date(cause.namedAt).toISOString() },
    mayName: mayName && isOver(facts!),
    options,
  }
}
