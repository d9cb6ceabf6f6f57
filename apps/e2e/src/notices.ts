import { asOffice } from './api.ts'
import type { Office } from './people/office.ts'
import { garden } from './repairs.ts'

/** Takes what a second person has handed in from its page to its readers. */
export async function approveAndPublish(manager: Office): Promise<void> {
  await manager.button('通过').click()
  await manager.button('立即发布').click()
  await manager.button('发布', manager.dialog('现在发布？')).click()
  await manager.shows('已发布')
}

/** What a journey left on the board. */
export async function withdrawNotices(title: string): Promise<void> {
  const call = await asOffice('manager')
  const path = { communityId: (await garden()).id }
  const { items } = await call('GET /communities/{communityId}/notices', { path, query: { query: title, state: 'published' } })
  for (const { id } of items) {
    const { version } = await call('GET /communities/{communityId}/notices/{id}', { path: { ...path, id } })
    await call('POST /communities/{communityId}/notices/{id}/withdraw', {
      path: { ...path, id },
      body: { version, reason: '测试结束' },
      idempotencyKey: crypto.randomUUID(),
    })
  }
}
