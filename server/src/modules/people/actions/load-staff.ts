import type { Skill } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import { loadHeldPosts, type HeldPostRecord } from './load-held-posts.ts'

export interface StaffRecord {
  id: string
  name: string
  phone: string
  login: string
  active: boolean
  leftOn: string | null
  skills: Skill[]
  version: number
  posts: HeldPostRecord[]
}

/** A member of staff with all their posts, locked. */
export async function loadStaff(tx: EntityManager, companyId: string, staffId: string): Promise<StaffRecord> {
  const [staff] = (await tx.query(
    `SELECT id, name, phone, login, active, left_on::text AS "leftOn", skills, version FROM staff
     WHERE company_id = $1 AND id = $2 FOR UPDATE`,
    [companyId, staffId],
  )) as Omit<StaffRecord, 'posts'>[]
  if (!staff) throw new ProblemError('NOT_FOUND')
  return { ...staff, posts: await loadHeldPosts(tx, staffId) }
}
