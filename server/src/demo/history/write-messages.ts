import type { MessageKind } from '@yinuo/contracts'
import { after, DAY, MINUTE } from './hours.ts'
import type { Circumstances } from './circumstances.ts'
import type { StoryEvent } from './story.ts'
import type { ToldRepair } from './told-repair.ts'
import type { Writing } from './write-repair.ts'

/** Messages are kept with the repairs of the last days; older ones have been read long ago. */
const TOLD_DAYS = 6
const READ_AFTER_DAYS = 1

interface News {
  kind: MessageKind
  to: { account_id: string | null; staff_id: string | null; name: string }
  title: string
  body: string
}

/** What the people of a repair were told while it went on. */
export function writeMessages(writing: Writing, caseId: string, facts: Circumstances, told: ToldRepair): void {
  const { rows, random, community, now } = writing
  told.story.events.forEach((event, index) => {
    if (event.at < after(now, -TOLD_DAYS * DAY)) return
    const news = newsOf(writing, event, facts, told)
    if (!news) return
    const id = random.id(event.at)
    const { kind, to, title, body } = news
    rows.add('messages', {
      community_id: community.id,
      id,
      business_key: `demo:${caseId}:${index}`,
      kind,
      account_id: to.account_id,
      staff_id: to.staff_id,
      recipient_name: to.name,
      title,
      body,
      urgent: kind === 'repair.breached',
      case_id: caseId,
      created_at: event.at,
      read_at: event.at < after(now, -READ_AFTER_DAYS * DAY) ? after(event.at, random.between(1, 300) * MINUTE) : null,
    })
    const reached = random.chance(0.6)
    const delivery = (channel: string, state: string, reason: string | null) =>
      rows.add('deliveries', {
        community_id: community.id,
        id: random.id(event.at),
        message_id: id,
        channel,
        state,
        attempts: 1,
        reason,
        at: event.at,
      })
    delivery('inbox', 'sent', null)
    delivery('subscribe', reached ? 'sent' : 'skipped', reached ? null : '没有可用的订阅授权')
  })
}

function newsOf(
  { community }: Writing,
  event: StoryEvent,
  { place, resident }: Circumstances,
  { assignee }: ToldRepair,
): News | null {
  const reporter = resident?.accountId ? { account_id: resident.accountId, staff_id: null, name: resident.name } : null
  const toReporter = (kind: MessageKind, title: string, body: string) => reporter && { kind, to: reporter, title, body }
  const supervisor = { account_id: null, staff_id: community.supervisor.id, name: community.supervisor.name }
  switch (event.kind) {
    case 'dispatch': {
      const to = { account_id: null, staff_id: String(event.content.assigneeId), name: String(event.content.assigneeName) }
      return { kind: 'repair.assigned', to, title: '新工单，请接单', body: `${place.label}有新的报修，请尽快接单。` }
    }
    case 'accept':
      return toReporter(
        'repair.accepted',
        `${assignee!.name}已接单`,
        `您在${place.label}的报修已由${assignee!.name}接单，即将上门。`,
      )
    case 'wait':
      return toReporter('repair.waiting', '报修暂停等待', `您的报修暂停：${String(event.content.because)}。`)
    case 'offer-charge':
      return toReporter('repair.charge-offered', '维修报价待您确认', `${place.label}的维修需要收费，同意后再动工。`)
    case 'finish':
      return toReporter('repair.done', '维修完成，请确认', `您在${place.label}的报修已修好，请确认并评价。`)
    case 'close-unanswered':
      return toReporter('repair.closed', '报修已自动关闭', '逾期未确认，报修已自动关闭；如未修好可重新处理。')
    case 'clock-step':
      return event.content.step === 'supervisor' && event.content.clock !== 'progress'
        ? { kind: 'repair.breached', to: supervisor, title: '工单已超时', body: `${place.label}的报修已超时，请立即跟进。` }
        : null
    default:
      return null
  }
}
