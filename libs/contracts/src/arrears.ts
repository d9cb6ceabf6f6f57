import type { Labels } from './label.ts'

/** How long money has been owed since its due day; after three years a claim may be time-barred (民法典 188). */
export const ageBands = {
  d30: '30 天以内',
  d60: '31–60 天',
  d90: '61–90 天',
  d365: '91 天–1 年',
  y3: '1–3 年',
  over: '3 年以上',
} as const satisfies Labels<string>
export type AgeBand = keyof typeof ageBands

/** The first day of each band, counted from the due day. */
export const ageBandFrom: Readonly<Record<AgeBand, number>> = { d30: 1, d60: 31, d90: 61, d365: 91, y3: 366, over: 1096 }

export const arrearsOrders = { amount: '金额从大到小', age: '欠费最久的在前' } as const satisfies Labels<string>
export type ArrearsOrder = keyof typeof arrearsOrders

/** How a household was reminded. */
export const reminderWays = {
  message: '消息',
  letter: '书面通知',
  phone: '电话',
  visit: '上门',
} as const satisfies Labels<string>
export type ReminderWay = keyof typeof reminderWays

export const waiverStates = { asked: '待审批', approved: '已减免', refused: '未批准' } as const satisfies Labels<string>
export type WaiverState = keyof typeof waiverStates

/** What a wording may say of the household it goes to. */
export const reminderPlaceholders = {
  '{房屋}': '3号楼1单元601',
  '{笔数}': '2',
  '{金额}': '1,268.00',
  '{缴费日}': '2026-11-10',
} as const

/** Never written to a household: a reminder asks, it does not threaten (民法典 944). */
export const wordsOfThreat = [
  '停水',
  '停电',
  '停气',
  '停暖',
  '断水',
  '断电',
  '门禁',
  '起诉',
  '法院',
  '黑名单',
  '曝光',
  '公示欠费',
  '征信',
  '后果自负',
] as const

const wording = '您好，{房屋}有 {笔数} 笔账单共 {金额} 元，'

/** What a community may begin with. */
export const usualStages = [
  { days: -3, wording: `${wording}缴费日为 {缴费日}，可在小程序“缴费”里查看明细并缴纳。如已缴纳请忽略。` },
  { days: 0, wording: `${wording}今天是缴费日，可在小程序“缴费”里查看明细并缴纳。如已缴纳请忽略。` },
  { days: 7, wording: `${wording}缴费日为 {缴费日}，目前还没有收到。方便时请在小程序“缴费”里缴纳；对账单有疑问请联系前台。` },
  { days: 30, wording: `${wording}缴费日为 {缴费日}，目前还没有收到。如有困难或对账单、服务有意见，请联系前台，我们一起商量。` },
  {
    days: 90,
    wording: `${wording}缴费日为 {缴费日}，目前还没有收到。请您核对账单并安排缴纳；如有异议，请告诉我们，我们会书面答复。`,
  },
] as const

export const arrearsLimits = {
  wording: 160,
  note: 200,
  reason: 80,
  contract: 80,
  stages: 10,
  /** A stage missed for longer than this (the server was down) is not made up for. */
  daysToMakeUp: 2,
  /** A late fee is due so many days after the bill it is for was paid. */
  lateFeeDueDays: 30,
  /** 1/100 000 a day: 300 is 3 ‰. */
  rate: 300,
  capPercent: 30,
} as const
