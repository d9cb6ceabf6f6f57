import { subscriptionTemplates, type SubscriptionOffer } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { templateNames, type TemplateIds } from '../rules/template-names.ts'

const COUNT_GRANTS = {
  name: 'count-grants-left',
  text: `SELECT template, count(*)::int AS left FROM message_grants WHERE openid = $1 AND consumed_at IS NULL GROUP BY template`,
}

/** The messages the caller may subscribe to, with how many more they have already allowed; work messages for staff only. */
export async function listOffers(database: Database, act: CallerAct, ids: TemplateIds): Promise<SubscriptionOffer[]> {
  const rows = await database.read<{ template: string; left: number }>(act.reach, COUNT_GRANTS, [
    act.caller.account?.openid ?? null,
  ])
  const left = new Map(rows.map((row) => [row.template, row.left]))
  return templateNames
    .filter((template) => subscriptionTemplates[template].askedAt !== 'work' || act.caller.staff !== null)
    .flatMap((template) => {
      const templateId = ids[template]
      return templateId
        ? [{ template, templateId, title: subscriptionTemplates[template].title, grantsLeft: left.get(template) ?? 0 }]
        : []
    })
}
