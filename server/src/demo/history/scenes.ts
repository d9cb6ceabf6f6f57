import type { Channel, RepairCategoryCode, RepairState, Urgency } from '@yinuo/contracts'
import type { DemoCommunity, DemoPlace, DemoStaff, DemoUnit } from '../company/model.ts'
import { phones } from '../company/phones.ts'
import { after, DAY, HOUR, MINUTE } from './hours.ts'
import { Story, system, type ClockEffect, type StoryActor } from './story.ts'
import { untold, type ToldRepair } from './told-repair.ts'
import { writeRepair, type Writing } from './write-repair.ts'

type Act = 'dispatch' | 'undispatched' | 'accept' | 'arrive' | 'note' | 'wait' | 'offer-charge' | 'finish' | 'confirm'

interface Scene {
  category: RepairCategoryCode
  urgency: Urgency
  channel: Channel
  /** Of a unit, its resident reports; elsewhere somebody. */
  at: string
  description: string
  engineer?: string
  /** Milliseconds before now. */
  reported: number
  acts: readonly (readonly [ago: number, act: Act, content?: Record<string, unknown>])[]
}

/** What a newcomer should find: something late, something waiting, something nobody could take, something to confirm. */
const scenes: Readonly<Record<string, readonly Scene[]>> = {
  一诺花园: [
    {
      category: 'taps',
      urgency: 'routine',
      channel: 'miniprogram',
      at: phones.lin.room,
      description: '厨房龙头关不紧，一直滴水',
      engineer: phones.zhang.name,
      reported: 12 * DAY + 3 * HOUR,
      acts: [
        [12 * DAY + 3 * HOUR - 4000, 'dispatch'],
        [12 * DAY + 3 * HOUR - 4 * MINUTE, 'accept'],
        [12 * DAY + 2 * HOUR, 'arrive'],
        [12 * DAY + 1.4 * HOUR, 'finish', { text: '更换阀芯，不再滴水', labourMinutes: 30 }],
        [12 * DAY, 'confirm', { rating: 5, comment: '张师傅来得很快，还把台面擦干净了' }],
      ],
    },
    {
      category: 'drainage',
      urgency: 'routine',
      channel: 'miniprogram',
      at: phones.lin.room,
      description: '卫生间地漏下水慢，有味道',
      engineer: '李强',
      reported: 5 * HOUR,
      acts: [
        [5 * HOUR - 3000, 'dispatch'],
        [5 * HOUR - 6 * MINUTE, 'accept'],
        [4 * HOUR, 'arrive'],
        [3.3 * HOUR, 'finish', { text: '疏通并更换防臭地漏芯，排水通畅', labourMinutes: 40 }],
      ],
    },
    {
      category: 'lighting',
      urgency: 'routine',
      channel: 'telephone',
      at: phones.wang.room,
      description: '客厅灯不亮，老人晚上看不见',
      engineer: '王海涛',
      reported: 20 * DAY,
      acts: [
        [20 * DAY - 5000, 'dispatch'],
        [20 * DAY - 3 * MINUTE, 'accept'],
        [20 * DAY - HOUR, 'arrive'],
        [20 * DAY - 1.4 * HOUR, 'finish', { text: '更换 LED 灯管，照明正常', labourMinutes: 20 }],
        [19.8 * DAY, 'confirm', { rating: 5, comment: '' }],
      ],
    },
    {
      category: 'masonry',
      urgency: 'routine',
      channel: 'front-desk',
      at: '8号楼2单元大堂',
      description: '大堂地砖碎了一块，容易绊脚',
      engineer: '李强',
      reported: 32 * HOUR,
      acts: [
        [32 * HOUR - 4000, 'dispatch'],
        [32 * HOUR - 7 * MINUTE, 'accept'],
        [29 * HOUR, 'arrive'],
        [10 * HOUR, 'note', { text: '同色地砖缺货，已先用围挡围好，正在调货' }],
      ],
    },
    {
      category: 'lift',
      urgency: 'urgent',
      channel: 'code',
      at: '12号楼1单元电梯',
      description: '电梯门关到一半又打开，来回好几次',
      engineer: '刘志军',
      reported: 9 * HOUR,
      acts: [
        [9 * HOUR - 4000, 'dispatch'],
        [9 * HOUR - 3 * MINUTE, 'accept'],
        [8.6 * HOUR, 'arrive'],
        [8 * HOUR, 'wait', { for: 'parts', because: '门刀磨损，维保单位调配件，预计今晚到货' }],
        [2 * HOUR, 'note', { text: '配件已发出，现场已做围挡，2号梯正常运行' }],
      ],
    },
    {
      category: 'doors',
      urgency: 'routine',
      channel: 'miniprogram',
      at: '6号楼1单元704',
      description: '入户门锁拧不动，钥匙插进去很紧',
      engineer: '赵宇',
      reported: 95 * MINUTE,
      acts: [
        [95 * MINUTE - 3000, 'dispatch'],
        [89 * MINUTE, 'accept'],
        [40 * MINUTE, 'arrive'],
        [
          25 * MINUTE,
          'offer-charge',
          {
            lines: [
              { label: '锁芯 1套', amountFen: 8800 },
              { label: '上门维修人工', amountFen: 4000 },
            ],
          },
        ],
      ],
    },
    {
      category: 'entry-system',
      urgency: 'routine',
      channel: 'code',
      at: '15号楼2单元大堂',
      description: '单元门禁刷卡没反应，要按很多次',
      engineer: '赵宇',
      reported: 5 * MINUTE,
      acts: [[5 * MINUTE - 3000, 'dispatch']],
    },
  ],
  一诺中心: [
    {
      category: 'masonry',
      urgency: 'routine',
      channel: 'telephone',
      at: 'A座1605',
      description: '茶水间墙砖空鼓，怕掉下来',
      reported: 18 * MINUTE,
      acts: [[18 * MINUTE - 4000, 'undispatched', { reason: '没有在岗且有“泥瓦防水”资质的人员，已通知主管' }]],
    },
  ],
}

const lawOf: Readonly<Record<Act, { to: RepairState | 'same'; effect: ClockEffect }>> = {
  dispatch: { to: 'assigned', effect: 'none' },
  undispatched: { to: 'same', effect: 'none' },
  accept: { to: 'accepted', effect: 'accept' },
  arrive: { to: 'working', effect: 'life' },
  note: { to: 'same', effect: 'life' },
  wait: { to: 'waiting', effect: 'wait' },
  'offer-charge': { to: 'same', effect: 'none' },
  finish: { to: 'done', effect: 'finish' },
  confirm: { to: 'closed', effect: 'close' },
}

/** Plays the written scenes of a community beside its drawn history. */
export function playScenes(writing: Writing): void {
  for (const scene of scenes[writing.community.site.name] ?? []) play(writing, scene)
}

function play(writing: Writing, scene: Scene): void {
  const { community, now, random } = writing
  const place = placeOf(community, scene.at)
  const unit =
    place.kind === 'unit'
      ? (place as DemoUnit)
      : random.pick(community.units.filter(({ residents }) => residents.some(hasAccount)))
  const resident = unit.residents.find(hasAccount) ?? unit.residents[0] ?? null
  const bySelf = scene.channel === 'miniprogram' || scene.channel === 'code'
  const registeredBy = bySelf ? null : community.frontDesk[0]!
  const reporter: StoryActor = registeredBy
    ? { kind: 'staff', id: registeredBy.id, name: registeredBy.name }
    : { kind: 'resident', id: resident?.accountId ?? null, name: resident?.name ?? '住户' }
  const engineer = community.engineers.find(({ name }) => name === scene.engineer)
  const promise = { figures: community.figures, calendar: community.calendar, urgency: scene.urgency, category: scene.category }
  const told = untold(new Story(promise, after(now, -scene.reported), now, reporter))
  for (const [ago, act, content = {}] of scene.acts) perform(told, act, after(now, -ago), engineer, reporter, content)
  told.story.passUntil(now)
  const { category, urgency, channel, description } = scene
  writeRepair(
    writing,
    { category, urgency, channel, description, place, resident, reporter, registeredBy, engineer: engineer!, free: [] },
    told,
  )
}

function perform(
  told: ToldRepair,
  act: Act,
  at: Date,
  engineer: DemoStaff | undefined,
  reporter: StoryActor,
  content: Record<string, unknown>,
): void {
  const { story } = told
  const { to, effect } = lawOf[act]
  const isByRule = act === 'dispatch' || act === 'undispatched'
  const doer: StoryActor = isByRule
    ? system
    : act === 'confirm'
      ? reporter
      : { kind: 'staff', id: engineer!.id, name: engineer!.name }
  if (act === 'dispatch') {
    told.assignee = engineer!
    told.because = [
      { rule: 'qualified', text: '资质相符' },
      { rule: 'on-duty', text: '当前在岗' },
    ]
    content = { assigneeId: engineer!.id, assigneeName: engineer!.name, because: '资质相符，当前在岗' }
  }
  if (act === 'offer-charge')
    content = { ...content, amountFen: offer(told, at, content.lines as { label: string; amountFen: number }[]) }
  story.happen(at, act, doer, to === 'same' ? story.state : to, effect, content)
  if (act === 'wait') told.waiting = { for: content.for as 'parts', because: String(content.because), since: at, until: null }
  if (act === 'arrive') told.pictures.push({ purpose: 'before', event: story.events.length - 1 })
  if (act === 'finish') {
    told.pictures.push({ purpose: 'after', event: story.events.length - 1 })
    Object.assign(told, { doneAt: at, labourMinutes: content.labourMinutes })
  }
  if (act === 'confirm')
    Object.assign(told, { closedAt: at, closeReason: 'confirmed', rating: content.rating, comment: content.comment || null })
}

function offer(told: ToldRepair, at: Date, lines: { label: string; amountFen: number }[]): number {
  Object.assign(told.charge, { state: 'offered', lines, offeredAt: at })
  return lines.reduce((sum, line) => sum + line.amountFen, 0)
}

const hasAccount = ({ accountId }: { accountId: string | null }) => accountId !== null

function placeOf({ units, areas, assets, site }: DemoCommunity, label: string): DemoPlace {
  const place = [...units, ...areas, ...assets].find((each) => each.label === label)
  if (!place) throw new Error(`${site.name} has no ${label}`)
  return place
}
