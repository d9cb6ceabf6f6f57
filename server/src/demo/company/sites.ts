import type { PropertyType, StandardPresetCode, UnitUse, WorkCalendar } from '@yinuo/contracts'

/** What is built on a site, before anybody moves in. */
export interface Site {
  name: string
  propertyType: PropertyType
  address: string
  hotline: string
  preset: StandardPresetCode
  observesPublicHolidays: boolean
  slots: WorkCalendar['slots']
  buildings: SiteBuilding[]
  areas: SitePlace[]
  assets: SitePlace[]
}

export interface SitePlace {
  label: string
  building?: string
  x: number
  y: number
}

export interface SiteBuilding {
  name: string
  x: number
  y: number
  rooms: SiteRoom[]
}

export interface SiteRoom {
  entrance: string | null
  floor: number
  number: string
  use: UnitUse
  squareMetres: number
}

const everyDay = (from: string, until: string): WorkCalendar['slots'] =>
  ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, from, until }))
const onWorkdays = (from: string, until: string): WorkCalendar['slots'] =>
  ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from, until }))
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

const dwellingAreas = [142.36, 89.52, 88.74, 121.8]

function gardenBuilding(ordinal: number): SiteBuilding {
  const row = Math.floor((ordinal - 1) / 5)
  const rooms = [1, 2].flatMap((entrance) =>
    numbers(15).flatMap((floor) =>
      numbers(4).map((door) => ({
        entrance: `${entrance}单元`,
        floor,
        number: `${floor}0${door}`,
        use: 'dwelling' as const,
        squareMetres: dwellingAreas[door - 1]!,
      })),
    ),
  )
  return { name: `${ordinal}号楼`, x: 130 + ((ordinal - 1) % 5) * 185, y: 150 + row * 220, rooms }
}

const gardenBuildings = numbers(20).map(gardenBuilding)

export const garden: Site = {
  name: '一诺花园',
  propertyType: 'residential',
  address: '永宁市安和区诚信路 88 号',
  hotline: '400-820-1001',
  preset: 'A',
  observesPublicHolidays: false,
  slots: everyDay('00:00', '24:00'),
  buildings: gardenBuildings,
  areas: [
    ...gardenBuildings.flatMap(({ name, x, y }) =>
      [1, 2].map((entrance) => ({
        label: `${name}${entrance}单元大堂`,
        building: name,
        x: x - 30 + entrance * 20,
        y: y + 40,
      })),
    ),
    { label: '南门', x: 500, y: 985 },
    { label: '北门', x: 500, y: 20 },
    { label: '中心花园', x: 500, y: 480 },
    { label: '儿童活动区', x: 420, y: 500 },
    { label: '健身步道', x: 720, y: 700 },
    { label: '地下车库A区', x: 260, y: 480 },
    { label: '地下车库B区', x: 760, y: 480 },
    { label: '快递驿站', x: 560, y: 950 },
    { label: '垃圾分类站', x: 940, y: 900 },
    { label: '网球场', x: 70, y: 700 },
  ],
  assets: [
    ...gardenBuildings.flatMap(({ name, x, y }) =>
      [1, 2].map((entrance) => ({
        label: `${name}${entrance}单元电梯`,
        building: name,
        x: x - 30 + entrance * 20,
        y,
      })),
    ),
    { label: '生活水泵房', x: 90, y: 480 },
    { label: '1号配电室', x: 910, y: 250 },
    { label: '消防控制室', x: 540, y: 960 },
    { label: '南门车行道闸', x: 470, y: 985 },
    { label: '北门车行道闸', x: 530, y: 20 },
    { label: '车库排风机组', x: 300, y: 470 },
  ],
}

function shopsOf(street: string, perFloor: number): SiteRoom[] {
  return numbers(3).flatMap((floor) =>
    numbers(perFloor).map((shop) => ({
      entrance: null,
      floor,
      number: `${street}-${floor}${String(shop).padStart(2, '0')}`,
      use: 'shop' as const,
      squareMetres: 38 + ((shop * 17 + floor * 29) % 160),
    })),
  )
}

export const plaza: Site = {
  name: '一诺广场',
  propertyType: 'commercial',
  address: '永宁市安和区信义大道 6 号',
  hotline: '400-820-1002',
  preset: 'B',
  observesPublicHolidays: false,
  slots: everyDay('09:00', '22:00'),
  buildings: [
    { name: '南区', x: 300, y: 700, rooms: shopsOf('A', 26) },
    { name: '北区', x: 300, y: 280, rooms: shopsOf('B', 22) },
    { name: '餐饮街', x: 740, y: 500, rooms: shopsOf('C', 12) },
  ],
  areas: [
    { label: '中庭', x: 480, y: 490 },
    { label: '下沉广场', x: 520, y: 640 },
    { label: '东门', x: 960, y: 500 },
    { label: '西门', x: 40, y: 500 },
    { label: '地下停车场', x: 500, y: 860 },
    { label: '二层公共卫生间', building: '南区', x: 220, y: 700 },
    { label: '卸货区', building: '北区', x: 150, y: 180 },
  ],
  assets: [
    { label: '中庭1号扶梯', x: 440, y: 480 },
    { label: '中庭2号扶梯', x: 520, y: 480 },
    { label: '南区客梯', building: '南区', x: 320, y: 690 },
    { label: '北区货梯', building: '北区', x: 180, y: 220 },
    { label: '冷水机组', x: 620, y: 860 },
    { label: '餐饮街油烟净化器', building: '餐饮街', x: 800, y: 430 },
    { label: '商业配电室', x: 690, y: 880 },
  ],
}

function officesOf(floors: number): SiteRoom[] {
  return numbers(floors).flatMap((count) =>
    numbers(6).map((office) => ({
      entrance: null,
      floor: count + 2,
      number: `${count + 2}${String(office).padStart(2, '0')}`,
      use: 'office' as const,
      squareMetres: 96 + ((office * 31 + count * 7) % 140),
    })),
  )
}

export const centre: Site = {
  name: '一诺中心',
  propertyType: 'office',
  address: '永宁市安和区守约街 1 号',
  hotline: '400-820-1003',
  preset: 'C',
  observesPublicHolidays: true,
  slots: [...onWorkdays('08:30', '12:00'), ...onWorkdays('13:00', '18:30')],
  buildings: [
    { name: 'A座', x: 330, y: 420, rooms: officesOf(22) },
    { name: 'B座', x: 680, y: 420, rooms: officesOf(18) },
  ],
  areas: [
    { label: 'A座大堂', building: 'A座', x: 330, y: 520 },
    { label: 'B座大堂', building: 'B座', x: 680, y: 520 },
    { label: '员工餐厅', x: 500, y: 300 },
    { label: '地下车库', x: 500, y: 800 },
    { label: '会议中心', x: 500, y: 180 },
  ],
  assets: [
    ...numbers(4).map((lift) => ({ label: `A座${lift}号电梯`, building: 'A座', x: 290 + lift * 15, y: 420 })),
    ...numbers(3).map((lift) => ({ label: `B座${lift}号电梯`, building: 'B座', x: 650 + lift * 15, y: 420 })),
    { label: 'A座空调机房', building: 'A座', x: 330, y: 330 },
    { label: '中心配电室', x: 860, y: 800 },
    { label: '门禁闸机', building: 'A座', x: 330, y: 560 },
  ],
}
