import { subscriptionTemplates, type SubscriptionTemplate } from '@yinuo/contracts'

/** Template ids of the account, by our names; from the configuration. */
export type TemplateIds = Readonly<Record<string, string>>

export const templateNames = Object.keys(subscriptionTemplates) as SubscriptionTemplate[]

/** Our name of a template of the account, or null for one we do not use. */
export function templateNamed(id: string | undefined, ids: TemplateIds): SubscriptionTemplate | null {
  return templateNames.find((name) => ids[name] !== undefined && ids[name] === id) ?? null
}
