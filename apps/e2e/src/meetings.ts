import type { MeetingView } from '@yinuo/contracts'
import { asOffice } from './api.ts'
import { garden } from './repairs.ts'

const zone = 'Asia/Shanghai'

/** The one meeting of this title as the office reads it. */
export async function meetingTitled(title: string): Promise<MeetingView> {
  const call = await asOffice('manager')
  const path = { communityId: (await garden()).id }
  const { items } = await call('GET /communities/{communityId}/meetings', { path, query: { query: title } })
  const [row, ...more] = items
  if (!row || more.length > 0) throw new Error(`Expected one meeting “${title}”, found ${items.length}`)
  return call('GET /communities/{communityId}/meetings/{id}', { path: { ...path, id: row.id } })
}

/** Brings a meeting forward to a moment from now, for whoever waits until it has begun. */
export async function beginsIn(seconds: number, title: string): Promise<void> {
  const call = await asOffice('manager')
  const communityId = (await garden()).id
  const { id, kind, place, agenda, audience, version } = await meetingTitled(title)
  const startsAt = new Date(Date.now() + seconds * 1000)
  const body = { kind, title, place, agenda, audience, version, startsAt: startsAt.toISOString(), endsAt: endOfDay(startsAt) }
  await call('PUT /communities/{communityId}/meetings/{id}', { path: { communityId, id }, body })
}

/** A meeting ends on the day it begins. */
const endOfDay = (at: Date) => new Date(`${at.toLocaleDateString('sv-SE', { timeZone: zone })}T23:59:59+08:00`).toISOString()

/** What a failed journey left in the calendar. */
export async function cancelMeetingTitled(title: string): Promise<void> {
  const call = await asOffice('manager')
  const path = { communityId: (await garden()).id }
  const { items } = await call('GET /communities/{communityId}/meetings', { path, query: { query: title } })
  for (const { id, state } of items) {
    if (state !== 'planned' && state !== 'announced') continue
    const { version } = await call('GET /communities/{communityId}/meetings/{id}', { path: { ...path, id } })
    await call('POST /communities/{communityId}/meetings/{id}/cancel', {
      path: { ...path, id },
      idempotencyKey: crypto.randomUUID(),
      body: { version, reason: '测试结束' },
    })
  }
}
