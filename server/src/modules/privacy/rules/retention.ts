import { retentionSubjects, type RetentionSubject } from '@yinuo/contracts'

/** What is ready-made for a kind of data: how long, within what bounds, and why. */
export interface RetentionPreset {
  keepDays: number
  leastDays: number
  mostDays: number
  basis: string
  /** what the bounds come from */
  law: string
  /** platform: one figure for all companies, theirs not to change */
  setBy: 'company' | 'platform'
  /** stays: the law keeps it and nothing here removes it */
  then: 'cleared' | 'stays'
}

const YEAR = 365
const preset = (keepDays: number, leastDays: number, mostDays: number, basis: string, law: string): RetentionPreset => ({
  keepDays,
  leastDays,
  mostDays,
  basis,
  law,
  setBy: 'company',
  then: 'cleared',
})
const shortest = '个人信息保护法第十九条：保存期限应当为实现处理目的所必要的最短时间'
const logs = '网络安全法第二十一条第三项：网络日志留存不少于六个月'
const platform = (given: RetentionPreset): RetentionPreset => ({ ...given, setBy: 'platform' })

export const retentionPresets: Readonly<Record<RetentionSubject, RetentionPreset>> = {
  'moved-out': preset(3 * YEAR, 30, 10 * YEAR, '民法典第一百八十八条：诉讼时效三年，期间可能需要联系', shortest),
  'rejected-applications': preset(YEAR, 30, 3 * YEAR, '申请人可能申诉或再次申请', shortest),
  'proof-files': preset(YEAR, 30, 3 * YEAR, '核对身份的依据，备查一年', shortest),
  'repair-contacts': preset(3 * YEAR, 180, 5 * YEAR, '维修质量争议的诉讼时效三年', shortest),
  messages: preset(3 * YEAR, 180, 5 * YEAR, '证明已经通知到人；诉讼时效三年', logs),
  deliveries: preset(YEAR, 180, 3 * YEAR, '核对消息是否送达', logs),
  'letter-files': preset(3 * YEAR, 180, 5 * YEAR, '投诉办结后备查；诉讼时效三年', shortest),
  'unattached-files': preset(2, 1, 30, '上传后没有提交，没有保存的理由', shortest),
  'leavers-phones': preset(90, 1, 2 * YEAR, '交接期间可能需要联系', shortest),
  'privacy-requests': preset(
    3 * YEAR,
    3 * YEAR,
    10 * YEAR,
    '证明已在期限内答复',
    '参照个人信息保护法第五十六条：处理情况记录至少保存三年',
  ),
  sessions: platform(preset(90, 30, YEAR, '查找异常登录', shortest)),
  'sign-in-attempts': platform(preset(1, 1, 30, '防止猜密码', shortest)),
  'idempotency-keys': platform(preset(7, 1, 30, '断网重发时不重复办理', shortest)),
  audit: {
    ...preset(3 * YEAR, 3 * YEAR, 30 * YEAR, '逐条链接防篡改，整段保存，查看时打码', logs),
    setBy: 'platform',
    then: 'stays',
  },
}

export type RetentionFault = {
  code: 'RETENTION_FIXED' | 'RETENTION_TOO_SHORT' | 'RETENTION_TOO_LONG'
  values: Record<string, string | number>
}

/** Why a company may not keep something for so many days; null when it may. */
export function faultOfKeeping(subject: RetentionSubject, keepDays: number): RetentionFault | null {
  const { setBy, leastDays, mostDays, law } = retentionPresets[subject]
  const word = retentionSubjects[subject]
  if (setBy === 'platform') return { code: 'RETENTION_FIXED', values: { subject: word } }
  if (keepDays < leastDays) return { code: 'RETENTION_TOO_SHORT', values: { subject: word, days: leastDays, law } }
  if (keepDays > mostDays) return { code: 'RETENTION_TOO_LONG', values: { subject: word, days: mostDays, law } }
  return null
}
