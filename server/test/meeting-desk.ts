import type { MeetingDraft, MeetingView } from '@yinuo/contracts'
import type { TestApp } from './app.ts'
import type { Person } from './person.ts'

/** A meeting as the office would plan it: tomorrow for two hours; a reception day in slots of an hour for one each. */
export function meetingOf(
  app: TestApp,
  { inHours = 24, ...more }: Partial<MeetingDraft> & { inHours?: number } = {},
): MeetingDraft {
  const kind = more.kind ?? 'owners-meeting'
  const startsAt = new Date(app.clock.now().getTime() + inHours * 3_600_000)
  return {
    kind,
    title: '业主会议',
    place: '一楼会议室',
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 2 * 3_600_000).toISOString(),
    agenda: ['上次问题的落实', '电梯大修'],
    audience: { whole: true, buildingIds: [] },
    ...(kind === 'reception-day' && { slotMinutes: 60, slotCapacity: 1 }),
    ...more,
  }
}

/** Planned and told to the residents. */
export async function announced(
  app: TestApp,
  desk: Person,
  communityId: string,
  more: Parameters<typeof meetingOf>[1] = {},
): Promise<MeetingView> {
  const here = `/communities/${communityId}/meetings`
  const { id, version } = (await desk.post(here, meetingOf(app, more))).body as MeetingView
  const out = (await desk.post(`${here}/${id}/announce`, { version })).body as MeetingView
  await app.deliver()
  return out
}
