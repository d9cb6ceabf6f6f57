import { repairCategories, type Channel, type RepairCategoryCode, type Urgency } from '@yinuo/contracts'
import type { DemoCommunity, DemoPlace, DemoResident, DemoStaff, DemoUnit } from '../company/model.ts'
import type { Random } from '../random.ts'
import type { StoryActor } from './story.ts'
import { words } from './words.ts'

/** What was broken, where, and who said so. */
export interface Circumstances {
  category: RepairCategoryCode
  urgency: Urgency
  channel: Channel
  place: DemoPlace
  description: string
  resident: DemoResident | null
  reporter: StoryActor
  registeredBy: DemoStaff | null
  engineer: DemoStaff
  /** Who else could be sent. */
  free: readonly DemoStaff[]
}

const categoryWeights: Readonly<
  Record<DemoCommunity['site']['propertyType'], Readonly<Partial<Record<RepairCategoryCode, number>>>>
> = {
  residential: {
    'water-leak': 15,
    drainage: 13,
    taps: 11,
    power: 7,
    lighting: 16,
    lift: 8,
    doors: 10,
    masonry: 5,
    'air-conditioning': 3,
    'entry-system': 6,
    public: 5,
    other: 3,
  },
  commercial: {
    'water-leak': 9,
    drainage: 14,
    taps: 6,
    power: 10,
    lighting: 18,
    lift: 9,
    doors: 9,
    masonry: 4,
    'air-conditioning': 14,
    'entry-system': 2,
    public: 4,
    other: 2,
  },
  office: {
    'water-leak': 6,
    drainage: 6,
    taps: 7,
    power: 9,
    lighting: 20,
    lift: 8,
    doors: 8,
    masonry: 2,
    'air-conditioning': 24,
    'entry-system': 8,
    public: 1,
    other: 2,
  },
}

/** Categories that are never inside somebody's home. */
const alwaysCommon = new Set<RepairCategoryCode>(['lift', 'public'])
const shareAtHome: Readonly<Partial<Record<RepairCategoryCode, number>>> = {
  lighting: 0.35,
  'entry-system': 0.45,
  masonry: 0.55,
  power: 0.75,
  doors: 0.6,
}

const urgencyWeights: Readonly<Partial<Record<RepairCategoryCode, Readonly<Record<Urgency, number>>>>> = {
  'water-leak': { emergency: 12, urgent: 38, routine: 50 },
  power: { emergency: 10, urgent: 50, routine: 40 },
  lift: { emergency: 14, urgent: 56, routine: 30 },
  drainage: { emergency: 1, urgent: 29, routine: 70 },
}
const usually = { emergency: 0.4, urgent: 11.6, routine: 88 }

/** Draws what happened; `free` are the engineers who could be sent at that time, `engineer` the one it must be for. */
export function circumstances(
  random: Random,
  community: DemoCommunity,
  free: readonly DemoStaff[],
  engineer?: DemoStaff,
): Circumstances {
  const category = categoryFor(random, community, engineer)
  const isAtHome = !alwaysCommon.has(category) && random.chance(shareAtHome[category] ?? 0.85)
  const reportedBy = reportingUnit(random, community)
  const place = isAtHome ? reportedBy : commonPlace(random, community, category)
  const resident = reportedBy.residents.find(({ accountId }) => accountId) ?? random.pick(reportedBy.residents)
  const channel = channelOf(random, resident, isAtHome)
  const registeredBy = channel === 'miniprogram' || channel === 'code' ? null : random.pick(community.frontDesk)
  return {
    category,
    urgency: random.weighted(urgencyWeights[category] ?? usually),
    channel,
    place: { kind: place.kind, id: place.id, label: place.label, buildingId: place.buildingId },
    description: random.pick(isAtHome ? homeWords(category, community) : words[category].common),
    resident,
    reporter: registeredBy
      ? { kind: 'staff', id: registeredBy.id, name: registeredBy.name }
      : { kind: 'resident', id: resident.accountId, name: resident.name },
    registeredBy,
    engineer: engineer ?? engineerFor(random, category, free, community),
    free,
  }
}

/** Whoever has the mini-program reports more. */
function reportingUnit(random: Random, { units }: DemoCommunity): DemoUnit {
  const wantsAccount = random.chance(0.72)
  for (;;) {
    const unit = random.pick(units)
    if (wantsAccount ? unit.residents.some(({ accountId }) => accountId) : unit.residents.length > 0) return unit
  }
}

/** Nobody sleeps in a shop or dries clothes in an office. */
function homeWords(category: RepairCategoryCode, { site }: DemoCommunity): readonly string[] {
  const all = words[category].home
  const fitting =
    site.propertyType === 'residential'
      ? all
      : all.filter((text) => !/阳台|卧室|邻居|衣柜|晾衣|家里|厨房|入户|客厅|花洒/.test(text))
  return fitting.length > 0 ? fitting : words[category].common
}

function categoryFor(random: Random, { site }: DemoCommunity, engineer: DemoStaff | undefined): RepairCategoryCode {
  const weights = Object.entries(categoryWeights[site.propertyType]) as [RepairCategoryCode, number][]
  const able = weights.filter(([category]) => !engineer || engineer.skills.includes(repairCategories[category].skill))
  return random.weighted(Object.fromEntries(able) as Record<RepairCategoryCode, number>)
}

export function engineerFor(
  random: Random,
  category: RepairCategoryCode,
  free: readonly DemoStaff[],
  community: DemoCommunity,
): DemoStaff {
  const able = (staff: readonly DemoStaff[]) => staff.filter(({ skills }) => skills.includes(repairCategories[category].skill))
  return random.pick(able(free).length > 0 ? able(free) : able(community.engineers))
}

function commonPlace(random: Random, { site, areas, assets, buildings }: DemoCommunity, category: RepairCategoryCode): DemoPlace {
  const named = (places: readonly DemoPlace[], pattern: RegExp) => places.filter(({ label }) => pattern.test(label))
  if (category === 'lift') return random.pick(named(assets, /梯/))
  if (category === 'entry-system') return random.pick([...named(assets, /道闸|门禁/), ...named(areas, /大堂|门$/)])
  if (category === 'public')
    return random.pick(named(areas, site.propertyType === 'residential' ? /花园|活动区|步道|球场|门$|驿站/ : /./))
  return random.pick(random.chance(0.6) ? areas : buildings)
}

function channelOf(random: Random, resident: DemoResident, isAtHome: boolean): Channel {
  if (resident.accountId)
    return random.weighted({
      miniprogram: isAtHome ? 62 : 30,
      code: isAtHome ? 14 : 50,
      telephone: 16,
      'front-desk': 4,
      'on-site': 0,
    })
  return random.weighted({ miniprogram: 0, code: 0, telephone: 66, 'front-desk': 24, 'on-site': 10 })
}
