import { repairCategories, urgencies } from '@yinuo/contracts'
import type { Channel, RepairView } from '@yinuo/contracts'
import type { Scan } from '../codes/scans.ts'

export interface StoryLine {
  step: 'scan' | 'report' | 'dispatch' | 'push' | 'accept' | 'finish'
  state: 'done' | 'now' | 'next' | 'late'
  title: string
  text: string
  at: string | null
  /** who acts when this line is the present one */
  turn: 'codes' | 'resident' | 'staff'
}

/** A message on the phone of a member of staff. */
export type Arrival = { name: string; at: string } & (
  { kind: 'push'; title: string; page: string | null } | { kind: 'sms'; text: string }
)

export interface StoryFacts {
  repair: RepairView | null
  scan: (Scan & { name: string }) | null
  arrivals: readonly Arrival[]
}

/** Six lines from the code to the confirmation; what has not happened yet says what to do. */
export function tellStory(facts: StoryFacts): StoryLine[] {
  const lines = [scanLine(facts), reportLine(facts), dispatchLine(facts), pushLine(facts), acceptLine(facts), finishLine(facts)]
  const first = lines.findIndex(({ state }) => state === 'next')
  return lines.map((line, index) => (index === first ? { ...line, state: 'now' } : line))
}

const cameBy: Readonly<Record<Channel, string>> = {
  code: '扫了码',
  miniprogram: '打开了小程序',
  telephone: '打来了电话',
  'front-desk': '来到了前台',
  'on-site': '当面说了',
  'suggestion-box': '投了意见箱',
  email: '写了邮件',
  meeting: '在会上说了',
  'return-visit': '回访时说了',
}

function scanLine({ repair, scan }: StoryFacts): StoryLine {
  if (scan) {
    const [place, kind] = (scan.label ?? '').split(' · ')
    return line('scan', 'done', `${scan.name}扫了${kind || '码'}`, place || '打开小程序', scan.at)
  }
  if (repair)
    return line('scan', 'done', `${repair.reporterName}${cameBy[repair.channel]}`, repair.communityName, repair.reportedAt)
  return line('scan', 'next', '扫码', '点桌上一张码，用住户的手机扫它')
}

function reportLine({ repair }: StoryFacts): StoryLine {
  if (!repair) return line('report', 'next', '报修', '住户点「报修」，说哪里坏了，提交')
  const category = repairCategories[repair.category].label
  return line(
    'report',
    'done',
    `报修 ${repair.number}`,
    `${repair.placeLabel} · ${category} · ${urgencies[repair.urgency]}`,
    repair.reportedAt,
  )
}

function dispatchLine({ repair }: StoryFacts): StoryLine {
  const event = repair?.timeline.findLast(({ kind }) => kind === 'dispatch' || kind === 'transfer')
  if (repair && repair.assignee) {
    const because = repair.assignedBecause.map(({ text }) => text).join('，')
    return line('dispatch', 'done', `派给${repair.assignee.name}`, because || (event?.text ?? '已派单'), event?.at ?? null)
  }
  const undispatched = repair?.timeline.findLast(({ kind }) => kind === 'undispatched')
  if (undispatched) return line('dispatch', 'late', '暂时无人可派', undispatched.text, undispatched.at)
  return line('dispatch', 'next', '派单', '系统按资质、在岗、手上单量挑人，并说明理由')
}

function pushLine({ repair, arrivals }: StoryFacts): StoryLine {
  const arrival = repair && arrivals.find((candidate) => tellsOf(repair, candidate))
  if (arrival) {
    const means = arrival.kind === 'push' ? `微信服务通知：${arrival.title}` : '短信；同意订阅消息后改发微信通知'
    return line('push', 'done', `${arrival.name}的手机响了`, means, arrival.at)
  }
  if (repair && hasBeen(repair, 'accept')) return line('push', 'done', '小程序内提醒', '没有订阅授权，待办里直接看到')
  return line('push', 'next', '提醒', '维修师傅的手机收到微信通知，或在待办里看到')
}

/** A text message names no case, so it is known by the place and by coming after the report. */
function tellsOf(repair: RepairView, arrival: Arrival): boolean {
  if (arrival.kind === 'push') return arrival.page?.includes(repair.id) ?? false
  return arrival.text.includes(repair.placeLabel) && Date.parse(arrival.at) >= Date.parse(repair.reportedAt)
}

function acceptLine({ repair }: StoryFacts): StoryLine {
  const accepted = repair?.timeline.findLast(({ kind }) => kind === 'accept')
  const clock = repair?.clocks.find(({ name }) => name === 'respond')
  const promise = clock ? `承诺 ${spoken(clock.targetMinutes)}内接单` : ''
  if (repair && accepted) {
    const took = spokenExactly(Date.parse(accepted.at) - Date.parse(clock?.startedAt ?? repair.reportedAt))
    const kept = clock?.breachedAt ? '，超时了' : clock ? '，按时' : ''
    return line(
      'accept',
      clock?.breachedAt ? 'late' : 'done',
      `${took}接单`,
      `${accepted.actorName} · ${promise}${kept}`,
      accepted.at,
    )
  }
  if (repair && clock?.breachedAt) return line('accept', 'late', '还没有人接单', `${promise}，已超时，正在升级`)
  return line('accept', 'next', '接单', promise === '' ? '师傅在待办里点「接单」' : `师傅点「接单」，${promise}`)
}

function finishLine({ repair }: StoryFacts): StoryLine {
  const confirmed = repair?.timeline.findLast(({ kind }) => kind === 'confirm')
  if (repair && confirmed) {
    return line(
      'finish',
      'done',
      `住户确认，${repair.rating ?? 5} 星`,
      `从报修到确认 ${spokenExactly(Date.parse(confirmed.at) - Date.parse(repair.reportedAt))}`,
      confirmed.at,
    )
  }
  const finished = repair?.state === 'done' ? repair.timeline.findLast(({ kind }) => kind === 'finish') : undefined
  if (finished)
    return {
      ...line('finish', 'next', '维修完成，等住户确认', finished.text.replace(/^维修完成，/, ''), finished.at),
      turn: 'resident',
    }
  if (repair?.state === 'closed' || repair?.state === 'archived')
    return line('finish', 'done', '已完成', repair.nextStep, repair.closedAt)
  if (repair?.state === 'cancelled') return line('finish', 'late', '报修已取消', repair.nextStep, repair.closedAt)
  if (repair?.state === 'waiting') return line('finish', 'next', '暂停等待', repair.waiting?.reason ?? '')
  if (repair && hasBeen(repair, 'arrive')) return line('finish', 'next', '正在维修', '师傅拍完工照片，住户确认并评价')
  return line('finish', 'next', '完工与确认', '师傅到场、维修、拍照；住户确认并打分')
}

const turns = { scan: 'codes', report: 'resident', dispatch: 'staff', push: 'staff', accept: 'staff', finish: 'staff' } as const

function hasBeen(repair: RepairView, kind: string): boolean {
  return repair.timeline.some((event) => event.kind === kind)
}

function line(
  step: StoryLine['step'],
  state: StoryLine['state'],
  title: string,
  text: string,
  at: string | null = null,
): StoryLine {
  return { step, state, title, text, at, turn: turns[step] }
}

function spoken(minutes: number): string {
  return minutes % 60 === 0 && minutes >= 60 ? `${minutes / 60} 小时` : `${minutes} 分钟`
}

export function spokenExactly(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return `${seconds} 秒`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`
  return `${Math.floor(seconds / 3600)} 小时 ${Math.floor((seconds % 3600) / 60)} 分`
}
