import type { TemplateGap } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { readyMadePosts } from '../ready-made-posts.ts'
import { gapsOf } from '../rules/template-gap.ts'
import { listPosts } from './list-posts.ts'

/** What the ready-made posts could add. */
export async function listTemplateGaps(database: Database, act: CallerAct): Promise<TemplateGap[]> {
  const gaps = gapsOf(readyMadePosts, await listPosts(database, act))
  return gaps.map(({ template: { code, name, duties }, missing }) => ({ code, name, duties, missing }))
}
