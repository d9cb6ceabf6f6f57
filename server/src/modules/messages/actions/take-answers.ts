import type { EntityManager } from 'typeorm'
import type { SubscriptionAnswer } from '@yinuo/contracts'
import type { Act } from '../../../platform/database/index.ts'
import { templateNamed, type TemplateIds } from '../rules/template-names.ts'
import { recordGrant } from './grants.ts'

export interface GivenAnswers {
  openid: string
  askId: string
  answers: readonly { templateId: string; answer: SubscriptionAnswer }[]
}

/** What the consent sheet answered, as the phone tells it. Every `accept…` is one grant; the rest changes nothing. */
export async function takeAnswers(
  tx: EntityManager,
  act: Act,
  { openid, askId, answers }: GivenAnswers,
  ids: TemplateIds,
): Promise<void> {
  const accepted = answers
    .filter(({ answer }) => answer.startsWith('accept'))
    .map(({ templateId }) => templateNamed(templateId, ids))
  // In one order for everybody, so that two requests never wait for each other's lock.
  for (const template of [...new Set(accepted)].filter((name) => name !== null).sort())
    await recordGrant(tx, act, { openid, template, source: 'client', ask: askId, grantedAt: act.now })
}
