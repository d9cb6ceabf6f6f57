import type { StandardFigures, StandardPresetCode } from '@yinuo/contracts'

const MINUTES_PER_HOUR = 60
const hours = (count: number) => count * MINUTES_PER_HOUR

/** Figures every preset shares: REP-05 asks for progress at least daily; the ladder and the confirmation are the house's own. */
const ladder = { warnAtPercent: 70, escalateEveryPercent: 50 } as const
const shared = {
  ...ladder,
  progressEveryMinutes: hours(24),
  confirmWithinMinutes: hours(72),
  workingHoursOnly: ['respond'],
} as const

/** Document B says 72 hours and 30 minutes; the others leave both open, and the house takes them everywhere. */
const sharedByComplaints = { ...ladder, complexProgressEveryMinutes: hours(72), workingHoursOnly: [] } as const
const consultations = { ...ladder, replyWithinMinutes: 30 } as const
/** Document A asks for meetings by the quarter or half-year, and the longer is what it promises; the rest no document says, and the house promises it everywhere. */
const outreach = { meetingEveryMonths: 6, receptionDayEveryMonths: 1, visitEveryMonths: 12, emptyBoxesEveryDays: 7 } as const
const nothing = { emergency: null, urgent: null, routine: null } as const

/**
 * The presets of STD-02, one per source document. "At once" (document C) is measured as five minutes: a promise
 * without a figure could neither be kept nor broken.
 */
export const standardPresetFigures: Readonly<Record<StandardPresetCode, StandardFigures>> = {
  A: {
    repairs: {
      ...shared,
      respondWithinMinutes: { emergency: 15, urgent: 15, routine: 15 },
      answerWithinMinutes: null,
      resolveWithinMinutes: { emergency: hours(24), urgent: hours(24), routine: hours(24) },
      smallRepairsSameDay: true,
    },
    complaints: {
      ...sharedByComplaints,
      firstReplyWithinMinutes: { emergency: hours(48), urgent: hours(48), routine: hours(48) },
      resultWithinMinutes: null,
    },
    consultations,
    outreach,
  },
  B: {
    repairs: {
      ...shared,
      respondWithinMinutes: { emergency: 15, urgent: 15, routine: 30 },
      answerWithinMinutes: hours(24),
      resolveWithinMinutes: { emergency: hours(48), urgent: hours(48), routine: hours(48) },
      smallRepairsSameDay: false,
    },
    complaints: { ...sharedByComplaints, firstReplyWithinMinutes: nothing, resultWithinMinutes: hours(24) },
    consultations,
    outreach,
  },
  C: {
    repairs: {
      ...shared,
      respondWithinMinutes: { emergency: 5, urgent: 5, routine: hours(2) },
      answerWithinMinutes: null,
      resolveWithinMinutes: nothing,
      smallRepairsSameDay: false,
    },
    complaints: {
      ...sharedByComplaints,
      firstReplyWithinMinutes: { emergency: 5, urgent: 5, routine: hours(2) },
      resultWithinMinutes: null,
      workingHoursOnly: ['respond'],
    },
    consultations,
    outreach,
  },
}

/** Where each figure stands in its document. */
export const standardPresetSources: Readonly<Record<StandardPresetCode, Readonly<Record<string, string>>>> = {
  A: {
    respondWithinMinutes: '《物业管理服务保障措施综合方案》报事报修：15 分钟内响应',
    resolveWithinMinutes: '《物业管理服务保障措施综合方案》报事报修：24 小时内办结',
    smallRepairsSameDay: '《物业管理服务保障措施综合方案》报事报修：小修不过夜',
    firstReplyWithinMinutes: '《物业管理服务保障措施综合方案》外部监督：投诉 48 小时内首次回复',
    meetingEveryMonths: '《物业管理服务保障措施综合方案》沟通：每季度或半年召开业主会议',
  },
  B: {
    respondWithinMinutes: '《物业服务质量目标承诺与管理措施方案》3.1：一般 30 分钟、紧急 15 分钟响应',
    answerWithinMinutes: '《物业服务质量目标承诺与管理措施方案》3.1：报修 24 小时内答复',
    resolveWithinMinutes: '《物业服务质量目标承诺与管理措施方案》3.1：报修 48 小时内解决',
    resultWithinMinutes: '《物业服务质量目标承诺与管理措施方案》3.1：投诉 24 小时内给出处理结果',
    complexProgressEveryMinutes: '《物业服务质量目标承诺与管理措施方案》3.1：复杂投诉 72 小时内反馈进展',
    replyWithinMinutes: '《物业服务质量目标承诺与管理措施方案》3.1：咨询 30 分钟内答复',
  },
  C: {
    respondWithinMinutes: '《2026年物业服务标准流程》5.2.1：一般 2 小时响应，紧急立即响应（按 5 分钟计）',
    firstReplyWithinMinutes: '《2026年物业服务标准流程》5.2.1：一般 2 小时响应，紧急立即响应（按 5 分钟计）',
  },
}
