import type { PropertyType } from './organisation.ts'

export interface ServiceDefault {
  code: string
  name: string
  detail: string
}

/** What a property of each type is served with unless its community agreed otherwise (ORG-01). */
export const serviceDefaults: Readonly<Record<PropertyType, readonly ServiceDefault[]>> = {
  residential: [
    { code: 'cleaning', name: '公共保洁', detail: '楼道、电梯、大堂和园区道路的日常清扫。' },
    { code: 'waste', name: '垃圾清运', detail: '生活垃圾分类收集，每日清运。' },
    { code: 'patrol', name: '秩序巡逻', detail: '门岗值守，园区和楼道定时巡逻。' },
    { code: 'greening', name: '绿化养护', detail: '草坪、花木的浇灌、修剪和病虫防治。' },
    { code: 'lift-checks', name: '电梯巡检', detail: '电梯日常巡检，配合维保单位定期保养。' },
    { code: 'emergency-repair', name: '应急维修', detail: '跑水、断电、困人等急修全天响应。' },
  ],
  commercial: [
    { code: 'shop-rounds', name: '商铺巡查', detail: '营业时段巡查商铺消防、用电和外摆。' },
    { code: 'parking', name: '停车管理', detail: '车位引导、收费和停车秩序。' },
    { code: 'disinfection', name: '消毒防疫', detail: '公共区域、扶梯和卫生间定时消毒。' },
    { code: 'event-support', name: '活动保障', detail: '促销和活动期间的人流、用电和秩序保障。' },
    { code: 'equipment', name: '设备运维', detail: '空调、扶梯、供电等设备的运行和维护。' },
  ],
  office: [
    { code: 'reception', name: '前台接待', detail: '大堂接待、问询和快递代收指引。' },
    { code: 'visitors', name: '访客管理', detail: '访客预约、登记和引导。' },
    { code: 'office-cleaning', name: '办公保洁', detail: '公共区域、茶水间和卫生间保洁。' },
    { code: 'meeting-rooms', name: '会议服务', detail: '会议室预订、布置和会后整理。' },
    { code: 'equipment-repair', name: '设备报修', detail: '空调、照明、门禁等设备的报修和维护。' },
  ],
}
