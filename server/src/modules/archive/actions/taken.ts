import { ProblemError } from '../../../platform/http/index.ts'

const taken: Readonly<Record<string, string>> = {
  buildings_community_id_name_key: '楼栋名称',
  units_community_id_label_key: '房号',
  parking_spaces_by_number: '车位号',
}

/** Says in words what another record of the community has already. */
export function orTaken(error: unknown): never {
  const { code, constraint = '' } = error as { code?: string; constraint?: string }
  const what = taken[constraint]
  throw code === '23505' && what ? new ProblemError('DUPLICATE', { what }) : error
}
