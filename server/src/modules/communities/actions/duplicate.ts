import { ProblemError } from '../../../platform/http/index.ts'

const taken: Readonly<Record<string, string>> = {
  communities_company_id_name_key: '小区名称',
  regions_company_id_name_key: '区域名称',
  community_services_by_name: '服务名称',
}

/** Says in words what is there already under this name. */
export function orDuplicate(error: unknown): never {
  const { code, constraint = '' } = error as { code?: string; constraint?: string }
  const what = taken[constraint]
  throw code === '23505' && what ? new ProblemError('DUPLICATE', { what }) : error
}
