import type { HouseholdEventKind } from '@yinuo/contracts'
import type { Random } from '../random.ts'
import type { Row, Rows } from '../rows.ts'
import { day, DELIVERED_DAYS_AGO } from './households.ts'

/** Shares of households. */
const WITH_CAR = 0.55
const WITH_SECOND_CAR = 0.08
const WITH_BICYCLE = 0.22
const WITH_NOTE = 0.05
const RENOVATED = 0.12

const plateLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const models = [
  '白色 大众朗逸',
  '黑色 比亚迪汉',
  '银色 丰田卡罗拉',
  '灰色 特斯拉 Model 3',
  '白色 五菱宏光',
  '蓝色 小鹏 G6',
  '红色 本田思域',
]
const notes = [
  '家里有卧床老人，上门前请先电话联系。',
  '业主常年在外地，钥匙在前台保管一把。',
  '家中养有大型犬，上门请提醒主人看管。',
  '对装修噪声较敏感，周边施工请提前告知。',
  '独居老人，节假日请安排探访。',
]

interface Household {
  unit: Row
  residencies: Row[]
}

/** Cars and their spaces, what happened to households, and what the office should know of them. */
export function fillArchive(rows: Rows, random: Random, now: Date): void {
  const byUnit = Map.groupBy(rows.of('residencies'), (residency) => residency.unit_id)
  const spacesUsed = new Map<unknown, number>()
  const plates = new Plates(random)
  for (const unit of rows.of('units')) {
    const household = { unit, residencies: byUnit.get(unit.id) ?? [] }
    const archive = new HouseholdArchive(rows, random, plates, household, now)
    archive.tellHistory()
    if (unit.use !== 'dwelling' || household.residencies.length === 0) continue
    if (random.chance(WITH_CAR)) archive.parkCar(nextSpace(spacesUsed, unit.community_id))
    if (random.chance(WITH_SECOND_CAR)) archive.addVehicle('car', null)
    if (random.chance(WITH_BICYCLE)) archive.addVehicle('electric-bicycle', null)
    if (random.chance(WITH_NOTE)) archive.addNote()
  }
}

function nextSpace(used: Map<unknown, number>, communityId: unknown): number {
  const next = (used.get(communityId) ?? 0) + 1
  used.set(communityId, next)
  return next
}

/** No two alike. */
class Plates {
  readonly #random: Random
  readonly #given = new Set<string>()

  constructor(random: Random) {
    this.#random = random
  }

  next(kind: 'car' | 'electric-bicycle'): string {
    const plate = kind === 'car' ? this.#carPlate() : `永宁${this.#digits(7)}`
    if (this.#given.has(plate)) return this.next(kind)
    this.#given.add(plate)
    return plate
  }

  #carPlate(): string {
    const isGreen = this.#random.chance(0.35)
    return `沪${this.#random.pick([...plateLetters])}${isGreen ? 'D' : ''}${this.#digits(5)}`
  }

  #digits(count: number): string {
    return String(this.#random.int(0, 10 ** count - 1)).padStart(count, '0')
  }
}

class HouseholdArchive {
  readonly #rows: Rows
  readonly #random: Random
  readonly #plates: Plates
  readonly #household: Household
  readonly #now: Date

  constructor(rows: Rows, random: Random, plates: Plates, household: Household, now: Date) {
    this.#rows = rows
    this.#random = random
    this.#plates = plates
    this.#household = household
    this.#now = now
  }

  parkCar(ordinal: number): void {
    const space = this.#row({
      number: String(ordinal).padStart(3, '0'),
      zone: ordinal > 600 ? '地下二层' : '地下一层',
      area_square_centimetres: 132_500,
      tenure: this.#random.chance(0.6) ? 'owned' : 'let',
      valid_from: day(this.#now, -this.#random.int(100, 900)),
    })
    this.#rows.add('parking_spaces', space)
    this.addVehicle('car', space.id)
  }

  addVehicle(kind: 'car' | 'electric-bicycle', spaceId: unknown): void {
    const random = this.#random
    this.#rows.add(
      'vehicles',
      this.#row({
        resident_id: random.pick(this.#household.residencies).resident_id,
        space_id: spaceId,
        kind,
        plate: this.#plates.next(kind),
        description: kind === 'car' ? random.pick(models) : '电动自行车',
        valid_from: day(this.#now, -random.int(30, 900)),
      }),
    )
  }

  tellHistory(): void {
    const { unit, residencies } = this.#household
    this.#happened('delivery', '房屋交付', '钥匙、质量保证书与使用说明书已交接。', DELIVERED_DAYS_AGO, null)
    if (unit.state === 'renovating')
      this.#happened('renovation', '装修', '已办理装修备案，缴纳装修押金。', this.#random.int(10, 60), null)
    else if (this.#random.chance(RENOVATED))
      this.#happened('renovation', '装修', '装修验收合格，押金已退。', this.#random.int(900, 2400), 75)
    for (const { valid_from } of residencies.slice(0, 1))
      this.#rows.add('household_events', this.#event('move-in', '入住', '', String(valid_from), null))
  }

  addNote(): void {
    this.#rows.add(
      'household_notes',
      this.#row({
        text: this.#random.pick(notes),
        pinned: this.#random.chance(0.4),
        written_by: this.#rows.of('staff')[0]!.id,
        written_by_name: '物业服务中心',
        written_at: this.#daysAgo(this.#random.int(5, 400)),
      }),
    )
  }

  #happened(kind: HouseholdEventKind, title: string, detail: string, begunDaysAgo: number, lastedDays: number | null): void {
    const ended = lastedDays === null ? null : day(this.#now, lastedDays - begunDaysAgo)
    this.#rows.add('household_events', this.#event(kind, title, detail, day(this.#now, -begunDaysAgo), ended))
  }

  #event(kind: HouseholdEventKind, title: string, detail: string, begunOn: string, endedOn: string | null): Row {
    return this.#row({
      kind,
      title,
      detail,
      begun_on: begunOn,
      ended_on: endedOn,
      recorded_by_name: '物业服务中心',
      recorded_at: new Date(`${begunOn}T09:00:00+08:00`),
    })
  }

  #row(facts: Row): Row {
    const { community_id, id } = this.#household.unit
    return { community_id, id: this.#random.id(this.#now), unit_id: id, ...facts }
  }

  #daysAgo(days: number): Date {
    return new Date(this.#now.getTime() - days * 86_400_000)
  }
}
