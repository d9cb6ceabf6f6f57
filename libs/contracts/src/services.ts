import type { Labels } from './label.ts'
import type { PropertyType } from './organisation.ts'

/** Services a property company is known for, whatever a community calls them. */
export const serviceCodes = {
  cleaning: '公共保洁',
  waste: '垃圾清运',
  patrol: '秩序巡逻',
  greening: '绿化养护',
  'lift-checks': '电梯巡检',
  'emergency-repair': '应急维修',
  'shop-rounds': '商铺巡查',
  parking: '停车管理',
  disinfection: '消毒防疫',
  'event-support': '活动保障',
  equipment: '设备运维',
  reception: '前台接待',
  visitors: '访客管理',
  'office-cleaning': '办公保洁',
  'meeting-rooms': '会议服务',
  'equipment-repair': '设备报修',
} as const satisfies Labels<string>
export type ServiceCode = keyof typeof serviceCodes

export interface ServiceDefault {
  code: ServiceCode
  name: string
  detail: string
}

const usual = (code: ServiceCode, detail: string): ServiceDefault => ({ code, name: serviceCodes[code], detail })

/** What a property of each type is served with unless its community agreed otherwise (ORG-01). */
export const serviceDefaults: Readonly<Record<PropertyType, readonly ServiceDefault[]>> = {
  residential: [
    usual('cleaning', '楼道、电梯、大堂和园区道路的日常清扫。'),
    usual('waste', '生活垃圾分类收集，每日清运。'),
    usual('patrol', '门岗值守，园区和楼道定时巡逻。'),
    usual('greening', '草坪、花木的浇灌、修剪和病虫防治。'),
    usual('lift-checks', '电梯日常巡检，配合维保单位定期保养。'),
    usual('emergency-repair', '跑水、断电、困人等急修全天响应。'),
  ],
  commercial: [
    usual('shop-rounds', '营业时段巡查商铺消防、用电和外摆。'),
    usual('parking', '车位引导、收费和停车秩序。'),
    usual('disinfection', '公共区域、扶梯和卫生间定时消毒。'),
    usual('event-support', '促销和活动期间的人流、用电和秩序保障。'),
    usual('equipment', '空调、扶梯、供电等设备的运行和维护。'),
  ],
  office: [
    usual('reception', '大堂接待、问询和快递代收指引。'),
    usual('visitors', '访客预约、登记和引导。'),
    usual('office-cleaning', '公共区域、茶水间和卫生间保洁。'),
    usual('meeting-rooms', '会议室预订、布置和会后整理。'),
    usual('equipment-repair', '空调、照明、门禁等设备的报修和维护。'),
  ],
}
