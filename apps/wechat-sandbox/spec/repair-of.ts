import type { RepairView } from '@yinuo/contracts'

/** A repair as the server's API shows it when everything has gone well. */
export function repairOf({ reportedAt }: { reportedAt: string }): Partial<RepairView> {
  const after = (seconds: number) => new Date(Date.parse(reportedAt) + seconds * 1000).toISOString()
  const event = (kind: string, seconds: number) => ({
    id: kind,
    kind,
    at: after(seconds),
    actorName: '张建国',
    actorRole: 'staff' as const,
    text: kind,
    files: [],
  })
  return {
    id: 'r1',
    communityId: 'c1',
    communityName: '一诺花园',
    number: 'BX0007',
    state: 'closed',
    channel: 'miniprogram',
    category: 'water-leak',
    urgency: 'urgent',
    placeLabel: '3号楼2单元601',
    reporterName: '林晓梅',
    reportedAt,
    assignee: { id: 's1', name: '张建国' },
    assignedBecause: [
      { rule: 'qualified', text: '有“给排水”资质' },
      { rule: 'least-load', text: '手上 1 单，最少' },
    ],
    clocks: [
      {
        name: 'respond',
        state: 'kept',
        startedAt: reportedAt,
        dueAt: after(900),
        targetMinutes: 15,
        pausedAt: null,
        pausedBecause: null,
        stoppedAt: after(130),
        breachedAt: null,
        escalatedTo: null,
      },
    ],
    timeline: [
      event('opened', 0),
      event('dispatch', 1),
      event('accept', 130),
      event('arrive', 600),
      event('finish', 2400),
      event('confirm', 3000),
    ],
    rating: 5,
    closedAt: after(3000),
    nextStep: '',
  }
}
