import { ProblemError } from '../../../platform/http/index.ts'

const taken: Readonly<Record<string, string>> = {
  staff_login_key: '账号',
  staff_one_phone: '手机号',
  posts_company_id_name_key: '岗位名称',
}

/** Says in words which of the given values somebody else has already. */
export function orDuplicate(error: unknown): never {
  const { code, constraint = '' } = error as { code?: string; constraint?: string }
  const what = taken[constraint]
  throw code === '23505' && what ? new ProblemError('DUPLICATE', { what }) : error
}
