import { call, refreshMe, session } from './session.ts'

/** Who looks at a case has read what was told about it. */
export async function readMessagesOf(caseId: string): Promise<void> {
  if ((session.get().me?.unreadMessages ?? 0) === 0) return
  const { items } = await call('GET /me/messages')
  const told = items.filter((message) => message.caseId === caseId && message.readAt === null)
  if (told.length === 0) return
  for (const { id } of told) await call('POST /me/messages/{id}/read', { path: { id } })
  await refreshMe()
}
